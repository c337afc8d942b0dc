import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney, formatNumber } from '../../money.ts';
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
    <Modal
      opened={rewards.length > 0}
      onClose={onClose}
      title={t('queues.confirmDeny')}
      closeButtonProps={{ 'aria-label': t('app.cancel') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onDeny(reason.trim());
          setReason('');
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
    </Modal>
  );
}

/** Sums by currency; points together; what has no amount is only counted. */
export function sumText(rewards: readonly Reward[]): string {
  const sums = new Map<string, bigint>();
  for (const { benefit } of rewards) {
    const { amount } = benefit;
    if (amount === undefined) continue;
    const [unit, value] = 'points' in amount ? ['', amount.points] : [amount.currency, amount.amountMinor];
    sums.set(unit, (sums.get(unit) ?? 0n) + BigInt(value));
  }
  const parts = [...sums].map(([unit, sum]) =>
    unit === '' ? formatNumber(sum.toString()) : formatMoney({ amountMinor: sum.toString(), currency: unit }),
  );
  return parts.length === 0 ? formatNumber(rewards.length) : parts.join(' + ');
}
