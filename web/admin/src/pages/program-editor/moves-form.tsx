import { Alert, Anchor, Button, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api.ts';
import { formatNumber } from '../../money.ts';
import { FirstFew } from '../../parts/first-few.tsx';
import { usePeopleNames } from '../../parts/people-names.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { idsOf, useDesk } from './draft-context.tsx';
import type { DeskProps } from './editor-header.tsx';

interface Moves {
  readonly evaluated: number;
  readonly up: number;
  readonly down: number;
  readonly newlyInvited: number;
  readonly moves: readonly { readonly from: string | null; readonly to: string | null; readonly customers: number }[];
  /** The first of them by name. */
  readonly customers: readonly { readonly customerId: string; readonly from: string | null; readonly to: string | null }[];
  /** Where to go on; null = everybody was looked at. */
  readonly next: string | null;
}

const NOBODY: Moves = { evaluated: 0, up: 0, down: 0, newlyInvited: 0, moves: [], customers: [], next: null };
const NAMED_MAX = 50;

/** Who would move from tier to tier: part by part, so that a shop of a million sees how far it has come, and may stop. */
export function MovesForm({ program, keeping }: DeskProps) {
  const { t } = useTranslation();
  const [found, setFound] = useState<Moves | null>(null);
  const isStopped = useRef(false);
  useEffect(
    () => () => {
      isStopped.current = true;
    },
    [],
  );
  const count = useMutation<void, Error, Moves>({
    mutationFn: async (from) => {
      isStopped.current = false;
      const path = `/v1/programs/${program.id}/versions/${(await keeping.keep()).number}/preview`;
      let sum = from;
      do {
        sum = together(sum, await ask<Moves>('POST', path, sum.next === null ? {} : { after: sum.next }));
        setFound(sum);
      } while (sum.next !== null && !isStopped.current);
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
      <Group>
        <Button loading={count.isPending} onClick={() => count.mutate(NOBODY)}>
          {t('editor.moves.do')}
        </Button>
        {count.isPending ? (
          <Button
            variant="default"
            onClick={() => {
              isStopped.current = true;
            }}
          >
            {t('editor.moves.stop')}
          </Button>
        ) : null}
      </Group>
      {count.error === null ? null : <ProblemAlert error={count.error} />}
      {found === null ? null : <MovesShown moves={found} />}
      {found === null || found.next === null || count.isPending ? null : (
        <Alert color="yellow">
          <Stack gap="xs">
            <Text size="sm">{t('editor.moves.partly')}</Text>
            <Button variant="default" size="compact-md" w="fit-content" onClick={() => count.mutate(found)}>
              {t('editor.moves.goOn')}
            </Button>
          </Stack>
        </Alert>
      )}
    </Stack>
  );
}

function together(sum: Moves, part: Moves): Moves {
  const moves = new Map(sum.moves.map((each) => [`${each.from} ${each.to}`, each]));
  for (const each of part.moves) {
    const key = `${each.from} ${each.to}`;
    moves.set(key, { ...each, customers: each.customers + (moves.get(key)?.customers ?? 0) });
  }
  return {
    evaluated: sum.evaluated + part.evaluated,
    up: sum.up + part.up,
    down: sum.down + part.down,
    newlyInvited: sum.newlyInvited + part.newlyInvited,
    moves: [...moves.values()],
    customers: [...sum.customers, ...part.customers].slice(0, NAMED_MAX),
    next: part.next,
  };
}

function MovesShown({ moves: { evaluated, up, down, newlyInvited, moves, customers } }: { readonly moves: Moves }) {
  const { t } = useTranslation();
  const { document } = useDesk();
  const tiers = idsOf(document, 'tiers');
  const nameOf = (id: string | null) => (id === null ? t('editor.moves.noTier') : (tiers.find((tier) => tier.id === id)?.name ?? id));
  const personOf = usePeopleNames(customers.map(({ customerId }) => customerId));
  return (
    <Stack>
      <div role="status">
        <Text fw={600}>{t('editor.moves.evaluated', { count: evaluated })}</Text>
        <List>
          <List.Item>{t('editor.moves.up', { count: up })}</List.Item>
          <List.Item>{t('editor.moves.down', { count: down })}</List.Item>
          <List.Item>{t('editor.moves.invited', { count: newlyInvited })}</List.Item>
        </List>
      </div>
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
            {moves.map(({ from, to, customers: many }) => (
              <Table.Tr key={`${from ?? ''} ${to ?? ''}`}>
                <Table.Td>{nameOf(from)}</Table.Td>
                <Table.Td>{nameOf(to)}</Table.Td>
                <Table.Td ta="right">{formatNumber(many)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {customers.length === 0 ? null : (
        <Stack gap="xs">
          <Text fw={600} size="sm">
            {t('editor.moves.who')}
          </Text>
          <FirstFew items={customers}>
            {({ customerId, from, to }) => (
              <Text size="sm" key={customerId}>
                <Anchor underline="always" component={Link} to={`/people/${customerId}`} inherit>
                  {personOf(customerId)}
                </Anchor>
                : {nameOf(from)} → {nameOf(to)}
              </Text>
            )}
          </FirstFew>
        </Stack>
      )}
    </Stack>
  );
}
