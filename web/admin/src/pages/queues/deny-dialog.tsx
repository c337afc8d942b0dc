import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, sumByUnit } from '../../money.ts';
import { Dialog } from '../../parts/dialog.tsx';
import type { Reward } from '../person/person-api.ts';

interface DenyDialogProps {
  readonly rewards: readonly Reward[];
  readonly onClose: () => void;
  readonly onDeny: (reason: string) => void;
}

/** A refusal is for good: it asks with how many and how much. */
export function DenyDialog({ rewards, onClose, onDeny }: DenyDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Dialog title={t('queues.confirmDeny')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onDeny(reason.trim());
        }}
      >
        <Stack>
          <Text>{t('queues.denyText', { count: rewards.length, amount: sumText(rewards) })}</Text>
          <Textarea
            label={t('queues.reason')}
            autosize
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('app.cancel')}
            </Button>
            <Button type="submit" color="red">
              {t('queues.deny')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** What has no amount is only counted. */
function sumText(rewards: readonly Reward[]): string {
  const parts = rewards.flatMap(({ benefit: { amount } }) => {
    if (amount === undefined) return [];
    return 'points' in amount ? [{ unit: 'points:', amount: amount.points }] : [{ unit: amount.currency, amount: amount.amountMinor }];
  });
  return parts.length === 0 ? formatNumber(rewards.length) : sumByUnit(parts);
}
