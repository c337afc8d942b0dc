import { Anchor, Button, Card, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { formatDate, formatMoney, type WireMoney } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { idsOf, useDesk } from './draft-context.tsx';
import type { DeskProps } from './editor-header.tsx';
import { MovesForm } from './moves-form.tsx';
import { type Trial, TrialResult } from './trial-result.tsx';

interface TrialOrders {
  readonly items: readonly {
    readonly id: string;
    readonly total: WireMoney;
    readonly paidAt: string;
    readonly number: number | null;
    readonly isNewCustomer: boolean | null;
  }[];
}

/** What would have happened, and who would move: the draft against what is known already. */
export function CheckTab(props: DeskProps) {
  const { document } = useDesk();
  return (
    <Stack gap="xl">
      <TrialForm {...props} />
      {idsOf(document, 'tiers').length === 0 ? null : <MovesForm {...props} />}
    </Stack>
  );
}

function TrialForm({ program, keeping }: DeskProps) {
  const { t } = useTranslation();
  const [orderId, setOrderId] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const orders = useQuery<TrialOrders, ApiError>({
    queryKey: ['trial-orders', program.id],
    queryFn: () => ask('GET', `/v1/programs/${program.id}/trial-orders`),
  });
  const trial = useMutation({
    mutationFn: async (id: string) => {
      const { number } = await keeping.keep();
      return ask<Trial>('POST', `/v1/programs/${program.id}/versions/${number}/trial`, { orderId: id });
    },
  });
  return (
    <Stack component="section" aria-label={t('editor.trial.title')}>
      <Title order={3} size="h4">
        {t('editor.trial.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('editor.trial.lead')}
      </Text>
      <Answer query={orders}>
        {({ items }) =>
          items.length === 0 ? (
            <Card withBorder>
              <Text>
                {t('editor.trial.none')}{' '}
                <Anchor component={Link} to="/files" underline="always">
                  {t('editor.trial.toFiles')}
                </Anchor>
              </Text>
            </Card>
          ) : (
            <Group align="flex-end">
              <Select
                flex={1}
                miw={240}
                label={t('editor.trial.order')}
                description={t('editor.trial.orderHint')}
                searchable
                onSearchChange={setTyped}
                data={withTyped(
                  items.map(({ id, total, paidAt, number }) => ({
                    value: id,
                    label: `${id} · ${formatMoney(total)} · ${formatDate(paidAt)}${number === null ? '' : ` · ${t('editor.trial.number', { number })}`}`,
                  })),
                  [typed, orderId ?? ''],
                  (id) => t('editor.trial.other', { id }),
                )}
                value={orderId}
                onChange={setOrderId}
              />
              <Button disabled={orderId === null} loading={trial.isPending} onClick={() => trial.mutate(orderId ?? '')}>
                {t('editor.trial.do')}
              </Button>
            </Group>
          )
        }
      </Answer>
      {trial.error === null ? null : <ProblemAlert error={trial.error} />}
      {trial.data === undefined ? null : <TrialResult trial={trial.data} />}
    </Stack>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The newest orders, and any older one by its number. */
function withTyped(known: readonly Choice[], numbers: readonly string[], labelOf: (id: string) => string): Choice[] {
  const isKnown = (text: string) => known.some(({ value, label }) => value === text || label === text || text === labelOf(value));
  const older = [...new Set(numbers.map((each) => each.trim()))].filter(
    (each) => each !== '' && !isKnown(each) && !numbers.some((id) => labelOf(id) === each),
  );
  return [...known, ...older.map((id) => ({ value: id, label: labelOf(id) }))];
}
