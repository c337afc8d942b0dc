import { Badge, Group, Select, Stack, Tabs, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ExportButtons, type ExportedList } from '../../parts/export-buttons.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { ProgramFilter } from '../../parts/program-filter.tsx';
import { useRights } from '../../rights.ts';
import { ClaimQueue } from './claim-queue.tsx';
import { PayoutQueue } from './payout-queue.tsx';
import { QUEUES, type QueueName, useQueueCounts } from './queue-counts.ts';
import { ReviewQueue } from './review-queue.tsx';
import { RewardQueue } from './reward-queue.tsx';
import { StockQueue } from './stock-queue.tsx';
import { WebhookQueue } from './webhook-queue.tsx';

/** By which filters a queue can be looked at; what each is called in the address. */
const BY_PROGRAM: readonly QueueName[] = ['rewards', 'deliveries', 'payouts', 'payments', 'lowStock'];
const STATES: Readonly<Partial<Record<QueueName, readonly string[]>>> = {
  claims: ['open', 'accepted', 'declined'],
  reviews: ['open', 'done'],
};
const EXPORTS: Readonly<Record<QueueName, { readonly list: ExportedList; readonly query: Readonly<Record<string, string>> }>> = {
  rewards: { list: 'rewards', query: { waitsFor: 'decision' } },
  deliveries: { list: 'rewards', query: { waitsFor: 'delivery' } },
  payouts: { list: 'payouts', query: { status: 'proposed' } },
  payments: { list: 'payouts', query: { status: 'approved' } },
  claims: { list: 'friend-claims', query: { status: 'open' } },
  reviews: { list: 'reviews', query: { state: 'open' } },
  lowStock: { list: 'low-stock', query: {} },
  webhooks: { list: 'webhooks', query: {} },
};

/** What waits for a person, a queue at a time; which, how filtered and at what page stands in the address. */
export function QueuesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/queues' });
  const { queue, cursor, program, state } = useSearch({ from: '/frame/queues' });
  const { maySee } = useRights();
  const counts = useQueueCounts();
  const shown = QUEUES.filter((name) =>
    name === 'payouts' || name === 'payments' ? maySee('payouts') : name !== 'webhooks' || maySee('webhooks'),
  );
  const first = shown.find((name) => (counts.data?.[name] ?? 0) > 0) ?? 'rewards';
  const current = shown.find((name) => name === queue) ?? first;
  const look = (change: { readonly program?: string; readonly state?: string; readonly cursor?: string }) =>
    void navigate({ search: { queue: current, ...change } });
  const filters = { ...(program === undefined ? {} : { program }), ...(state === undefined ? {} : { state }) };
  const place = {
    program,
    state,
    cursor,
    onCursor: (next: string | undefined) => look({ ...filters, ...(next === undefined ? {} : { cursor: next }) }),
  };
  return (
    <Stack>
      <Title order={2}>{t('queues.title')}</Title>
      {counts.error === null ? null : <ProblemAlert error={counts.error} onRetry={() => void counts.refetch()} />}
      <Tabs
        value={current}
        onChange={(next) => void navigate({ search: { queue: next ?? 'rewards', ...(program === undefined ? {} : { program }) } })}
      >
        <Tabs.List aria-label={t('queues.tabs')}>
          {shown.map((name) => (
            <Tabs.Tab
              key={name}
              value={name}
              rightSection={
                (counts.data?.[name] ?? 0) === 0 ? null : (
                  <Badge size="sm" variant="outline" c="var(--mantine-color-text)">
                    {counts.data?.[name]}
                  </Badge>
                )
              }
            >
              {t(`queues.kind.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map((name) => (
          <Tabs.Panel key={name} value={name} pt="md">
            {name === current ? (
              <Stack>
                <Group align="end">
                  {BY_PROGRAM.includes(name) ? (
                    <ProgramFilter value={program} onChange={(next) => look(next === undefined ? {} : { program: next })} />
                  ) : null}
                  <StateFilter name={name} value={state} onChange={(next) => look({ state: next })} />
                  <ExportOf name={name} program={program} state={state} />
                </Group>
                <Queue name={name} {...place} />
              </Stack>
            ) : null}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}

interface StateFilterProps {
  readonly name: QueueName;
  readonly value: string | undefined;
  readonly onChange: (state: string) => void;
}

/** What was decided already, beside what waits. */
function StateFilter({ name, value, onChange }: StateFilterProps) {
  const { t } = useTranslation();
  const states = STATES[name];
  if (states === undefined) return null;
  return (
    <Select
      label={t('queues.state.label')}
      w={220}
      allowDeselect={false}
      data={states.map((state) => ({ value: state, label: t(`queues.state.${state}`) }))}
      value={states.find((state) => state === value) ?? 'open'}
      onChange={(next) => onChange(next ?? 'open')}
    />
  );
}

interface ExportOfProps {
  readonly name: QueueName;
  readonly program: string | undefined;
  readonly state: string | undefined;
}

/** The queue as it is shown. */
function ExportOf({ name, program, state }: ExportOfProps) {
  const { list, query } = EXPORTS[name];
  const known = STATES[name]?.find((each) => each === state);
  const narrowed = Object.fromEntries(Object.entries(query).map(([word, value]) => [word, known ?? value]));
  const byProgram = program !== undefined && (list === 'rewards' || list === 'payouts') ? { programId: program } : {};
  return <ExportButtons list={list} query={{ ...narrowed, ...byProgram }} />;
}

export interface QueueProps {
  readonly program: string | undefined;
  readonly state: string | undefined;
  readonly cursor: string | undefined;
  readonly onCursor: (cursor: string | undefined) => void;
}

function Queue({ name, ...place }: QueueProps & { readonly name: QueueName }) {
  switch (name) {
    case 'rewards':
      return <RewardQueue key={name} waitsFor="decision" {...place} />;
    case 'deliveries':
      return <RewardQueue key={name} waitsFor="delivery" {...place} />;
    case 'claims':
      return <ClaimQueue {...place} />;
    case 'reviews':
      return <ReviewQueue {...place} />;
    case 'payouts':
      return <PayoutQueue key={name} status="proposed" {...place} />;
    case 'payments':
      return <PayoutQueue key={name} status="approved" {...place} />;
    case 'lowStock':
      return <StockQueue program={place.program} />;
    case 'webhooks':
      return <WebhookQueue />;
  }
}
