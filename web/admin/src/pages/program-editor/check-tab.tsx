import { Alert, Button, Card, Group, List, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { newestVersion, type Program } from '../../document/program-api.ts';
import { formatDate, formatMoney, type WireMoney } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { idsOf, useDesk } from './draft-context.tsx';
import type { DeskProps } from './editor-header.tsx';
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

function TrialForm({ program, keep }: DeskProps) {
  const { t } = useTranslation();
  const [orderId, setOrderId] = useState<string | null>(null);
  const orders = useQuery<TrialOrders, ApiError>({
    queryKey: ['trial-orders', program.id],
    queryFn: () => ask('GET', `/v1/programs/${program.id}/trial-orders`),
  });
  const trial = useMutation({
    mutationFn: async (id: string) => {
      const number = numberOf(await keep());
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
              <Text>{t('editor.trial.none')}</Text>
            </Card>
          ) : (
            <Group align="flex-end">
              <Select
                flex={1}
                miw={240}
                label={t('editor.trial.order')}
                searchable
                data={items.map(({ id, total, paidAt, number }) => ({
                  value: id,
                  label: `${id} · ${formatMoney(total)} · ${formatDate(paidAt)}${number === null ? '' : ` · ${t('editor.trial.number', { number })}`}`,
                }))}
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

interface Moves {
  readonly evaluated: number;
  readonly up: number;
  readonly down: number;
  readonly newlyInvited: number;
  readonly moves: readonly { readonly from: string | null; readonly to: string | null; readonly customers: number }[];
  readonly next: string | null;
}

function MovesForm({ program, keep }: DeskProps) {
  const { t } = useTranslation();
  const preview = useMutation({
    mutationFn: async () => {
      const number = numberOf(await keep());
      return ask<Moves>('POST', `/v1/programs/${program.id}/versions/${number}/preview`, {});
    },
  });
  return (
    <Stack component="section" aria-label={t('editor.moves.title')}>
      <Title order={3} size="h4">
        {t('editor.moves.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('editor.moves.lead')}
      </Text>
      <Button w="fit-content" loading={preview.isPending} onClick={() => preview.mutate()}>
        {t('editor.moves.do')}
      </Button>
      {preview.error === null ? null : <ProblemAlert error={preview.error} />}
      {preview.data === undefined ? null : <MovesShown moves={preview.data} />}
    </Stack>
  );
}

function MovesShown({ moves: { evaluated, up, down, newlyInvited, moves, next } }: { readonly moves: Moves }) {
  const { t } = useTranslation();
  const { document } = useDesk();
  const tiers = idsOf(document, 'tiers');
  const nameOf = (id: string | null) => (id === null ? t('editor.moves.noTier') : (tiers.find((tier) => tier.id === id)?.name ?? id));
  return (
    <Stack role="status">
      <Text fw={600}>{t('editor.moves.evaluated', { count: evaluated })}</Text>
      <List>
        <List.Item>{t('editor.moves.up', { count: up })}</List.Item>
        <List.Item>{t('editor.moves.down', { count: down })}</List.Item>
        <List.Item>{t('editor.moves.invited', { count: newlyInvited })}</List.Item>
      </List>
      {next === null ? null : <Alert color="yellow">{t('editor.moves.partly')}</Alert>}
      {moves.length === 0 ? null : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('editor.moves.from')}</Table.Th>
              <Table.Th>{t('editor.moves.to')}</Table.Th>
              <Table.Th ta="right">{t('editor.moves.people')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {moves.map(({ from, to, customers }) => (
              <Table.Tr key={`${from ?? ''} ${to ?? ''}`}>
                <Table.Td>{nameOf(from)}</Table.Td>
                <Table.Td>{nameOf(to)}</Table.Td>
                <Table.Td ta="right">{customers}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}

function numberOf(program: Program): number {
  return newestVersion(program)?.number ?? 1;
}
