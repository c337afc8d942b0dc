import { Badge, Button, Card, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { locale } from '../i18n.ts';
import { formatDate, formatMoney } from '../money.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import type { Payload } from './connect-api.ts';

/** What nobody vouches for waits here for a person, many at once; what failed can be tried again. */
export function PayloadQueue() {
  const { t } = useTranslation();
  const held = usePayloads('held');
  const failed = usePayloads('failed');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: ({ payloadIds, decision }: { readonly payloadIds: readonly string[]; readonly decision: string }) =>
      ask('POST', '/v1/connector-payloads/decide', { payloadIds, decision }),
    onSettled: async () => {
      setChosen(new Set());
      await Promise.all([queries.invalidateQueries({ queryKey: ['payloads'] }), queries.invalidateQueries({ queryKey: ['connectors'] })]);
    },
  });
  const waiting = held.data?.items ?? [];
  const broken = failed.data?.items ?? [];
  if (waiting.length === 0 && broken.length === 0) return null;
  const ids = waiting.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <Card withBorder>
      <Stack>
        {decide.error === null ? null : <ProblemAlert error={decide.error} />}
        {waiting.length === 0 ? null : (
          <>
            <Title order={3} size="h4">
              {t('connect.queue')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('connect.queueLead')}
            </Text>
            <Checkbox
              label={t('connect.selectAll')}
              checked={ids.length === waiting.length}
              indeterminate={ids.length > 0 && ids.length < waiting.length}
              onChange={() => setChosen(ids.length === waiting.length ? new Set() : new Set(waiting.map(({ id }) => id)))}
            />
            {waiting.map((payload) => (
              <Checkbox
                key={payload.id}
                checked={chosen.has(payload.id)}
                onChange={() => toggle(payload.id)}
                label={<PayloadLine payload={payload} />}
              />
            ))}
            <Group>
              <Button
                disabled={ids.length === 0}
                loading={decide.isPending}
                onClick={() => decide.mutate({ payloadIds: ids, decision: 'confirm' })}
              >
                {t('connect.confirm', { count: ids.length })}
              </Button>
              <Button
                variant="light"
                color="red"
                disabled={ids.length === 0}
                loading={decide.isPending}
                onClick={() => decide.mutate({ payloadIds: ids, decision: 'refuse' })}
              >
                {t('connect.refuse', { count: ids.length })}
              </Button>
            </Group>
          </>
        )}
        {broken.length === 0 ? null : (
          <>
            <Title order={3} size="h4">
              {t('connect.failed')}
            </Title>
            {broken.map((payload) => (
              <Group key={payload.id} justify="space-between">
                <PayloadLine payload={payload} />
                <Button size="compact-sm" variant="light" onClick={() => decide.mutate({ payloadIds: [payload.id], decision: 'retry' })}>
                  {t('connect.retry')}
                </Button>
              </Group>
            ))}
          </>
        )}
      </Stack>
    </Card>
  );
}

function usePayloads(status: 'held' | 'failed') {
  return useQuery<{ readonly items: readonly Payload[] }>({
    queryKey: ['payloads', status],
    queryFn: () => ask<{ readonly items: readonly Payload[] }>('GET', `/v1/connector-payloads?status=${status}&limit=50`),
    refetchInterval: 10_000,
  });
}

/** One payload in a line: what it is, of whom, how much, and what became of it. */
export function PayloadLine({ payload }: { readonly payload: Payload }) {
  const { t } = useTranslation();
  const { outcome } = payload;
  return (
    <Stack gap={2}>
      <Text size="sm" c="dimmed" component="span">
        {formatDate(payload.receivedAt)}
      </Text>
      {outcome?.events.map((event) => (
        <Group key={event.type + (event.orderId ?? '')} gap="xs" component="span">
          <Text size="sm" fw={600} component="span">
            {t(`connect.events.${event.type.replace('.', '-')}`, { defaultValue: event.type })}
            {event.orderId === null ? '' : ` ${event.orderId}`}
          </Text>
          <Text size="sm" component="span">
            {[event.customer, event.total === null ? null : formatMoney(event.total)].filter((each) => each !== null).join(' · ')}
          </Text>
          {event.answer === null ? null : (
            <Badge variant="light" component="span">
              {t('connect.rewards', { count: event.answer.rewards.length })}
            </Badge>
          )}
          {event.answer === null || event.answer.rewards.length > 0 || event.answer.refusals[0] === undefined ? null : (
            <Text size="sm" c="dimmed" component="span">
              {event.answer.refusals[0].text[locale()]}
            </Text>
          )}
          {event.problem === null ? null : (
            <Text size="sm" c="red" component="span">
              {event.problem.text[locale()]}
            </Text>
          )}
        </Group>
      ))}
      {outcome === null || outcome.reason === null ? null : (
        <Text size="sm" component="span" c={outcome.events.length === 0 ? 'red' : 'dimmed'}>
          {outcome.reason.field === null
            ? ''
            : `${t(`connect.fieldNames.${outcome.reason.field}`, { defaultValue: outcome.reason.field })}: `}
          {outcome.reason.text[locale()]}
          {outcome.reason.value === null ? '' : ` «${outcome.reason.value}»`}
        </Text>
      )}
    </Stack>
  );
}
