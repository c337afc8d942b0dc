import { Badge, Button, Card, Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { formatDate } from '../money.ts';
import { ExportButtons } from '../parts/export-buttons.tsx';
import { KeysetList, useKeyset } from '../parts/keyset-list.tsx';
import { useRights } from '../rights.ts';
import type { Connector, Payload } from './connect-api.ts';
import { PayloadBody, PayloadLine } from './connect-payload.tsx';
import { QueueRows, type RowAct } from './queues/queue-rows.tsx';
import { type Failed, refusalOf, useBulk } from './queues/use-bulk.ts';

const STATES = ['held', 'failed', 'kept', 'ignored', 'done', 'refused'] as const;
type State = (typeof STATES)[number];
type Decision = 'confirm' | 'refuse' | 'retry';
/** The API takes as many at once. */
const AT_ONCE = 200;

interface InboxProps {
  readonly connectors: readonly Connector[];
  readonly state: string | undefined;
  readonly cursor: string | undefined;
  readonly onPlace: (place: { readonly state?: string; readonly cursor?: string }) => void;
  /** Opens the settings of its connection with this payload before the others. */
  readonly onMend: (payload: Payload) => void;
}

/** What came through all connections, by what became of it: nothing is lost, and whatever did not work can be looked at and tried again. */
export function PayloadInbox({ connectors, state, cursor, onPlace, onMend }: InboxProps) {
  const { t } = useTranslation();
  const count = (of: State): number => connectors.reduce((sum, { counts }) => sum + (of === 'refused' ? 0 : counts[of]), 0);
  const current = STATES.find((each) => each === state) ?? STATES.find((each) => count(each) > 0) ?? 'held';
  return (
    <Card withBorder component="section" aria-labelledby="inbox">
      <Stack>
        <Group justify="space-between">
          <Title order={3} size="h4" id="inbox">
            {t('connect.inbox')}
          </Title>
          <ExportButtons list="payloads" query={{ status: current }} />
        </Group>
        <Tabs value={current} onChange={(next) => onPlace(next === null ? {} : { state: next })}>
          <Tabs.List aria-label={t('connect.inbox')}>
            {STATES.map((each) => (
              <Tabs.Tab key={each} value={each} rightSection={<Count count={count(each)} />}>
                {t(`connect.state.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {STATES.map((each) => (
            <Tabs.Panel key={each} value={each} pt="md">
              {each === current ? (
                <Payloads
                  key={each}
                  state={each}
                  connectors={connectors}
                  cursor={cursor}
                  onCursor={(next) => onPlace({ state: each, ...(next === undefined ? {} : { cursor: next }) })}
                  onMend={onMend}
                />
              ) : null}
            </Tabs.Panel>
          ))}
        </Tabs>
      </Stack>
    </Card>
  );
}

function Count({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <Badge size="sm" variant="outline" c="var(--mantine-color-text)">
      {count}
    </Badge>
  );
}

interface PayloadsProps extends Pick<InboxProps, 'connectors' | 'onMend'> {
  readonly state: State;
  readonly cursor: string | undefined;
  readonly onCursor: (cursor: string | undefined) => void;
}

function Payloads({ state, connectors, cursor, onCursor, onMend }: PayloadsProps) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const queries = useQueryClient();
  // Asked again when the counts have moved.
  const seen = connectors.map(({ counts }) => Object.values(counts).join(' ')).join();
  const query = useKeyset<Payload>({
    key: ['queues', 'payloads', state, seen],
    path: '/v1/connector-payloads',
    filter: { status: state },
    cursor,
  });
  const bulk = useBulk<Payload>();
  const connectorOf = ({ connectorId }: Payload): Connector | undefined => connectors.find(({ id }) => id === connectorId);
  const isOff = (payload: Payload): boolean => connectors.length > 0 && connectorOf(payload)?.status !== 'active';
  const decide = (decision: Decision) => (payloads: readonly Payload[]) =>
    bulk.run(
      payloads,
      async (part) => {
        const failed = await decidePart(decision, part);
        await queries.invalidateQueries({ queryKey: ['connectors'] });
        return failed;
      },
      AT_ONCE,
    );
  const nameOf = ({ connectorId, receivedAt }: Payload): string =>
    [connectors.find(({ id }) => id === connectorId)?.name, formatDate(receivedAt)].filter((each) => each !== undefined).join(', ');
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t(`connect.stateLead.${state}`)}
      </Text>
      <QueueRows
        items={query.data?.items ?? []}
        acts={mayChange('events') ? actsOf(state, { t, decide, isOff }) : []}
        bulk={bulk}
        nameOf={nameOf}
        row={(payload) => (
          <Stack gap={4}>
            {connectors.length > 1 ? (
              <Text size="sm" fw={600}>
                {connectorOf(payload)?.name}
              </Text>
            ) : null}
            <PayloadLine payload={payload} />
            {isOff(payload) && state === 'kept' ? (
              <Text size="sm" c="dimmed">
                {t('connect.offNow')}
              </Text>
            ) : null}
            <Group gap="xs" align="start">
              {mayChange('events') ? <PayloadBody id={payload.id} /> : null}
              {mayChange('connectors') && state !== 'done' ? (
                <Button size="compact-sm" variant="subtle" onClick={() => onMend(payload)}>
                  {t('connect.mend')}
                </Button>
              ) : null}
            </Group>
          </Stack>
        )}
        list={(rows) => (
          <KeysetList query={query} cursor={cursor} onCursor={onCursor} empty={t('connect.stateNone')}>
            {() => rows}
          </KeysetList>
        )}
      />
    </Stack>
  );
}

interface Ways {
  readonly t: (key: string) => string;
  readonly decide: (decision: Decision) => (payloads: readonly Payload[]) => void;
  readonly isOff: (payload: Payload) => boolean;
}

/** What a person may do about it. */
function actsOf(state: State, { t, decide, isOff }: Ways): readonly RowAct<Payload>[] {
  const refuse: RowAct<Payload> = { label: t('connect.drop'), key: 'd', act: decide('refuse') };
  const retry: RowAct<Payload> = {
    label: t(state === 'kept' ? 'connect.process' : 'connect.retry'),
    key: 'a',
    isMain: true,
    isOff,
    act: decide('retry'),
  };
  switch (state) {
    case 'held':
      return [
        { ...refuse, label: t('connect.refuse') },
        { label: t('connect.confirm'), key: 'a', isMain: true, act: decide('confirm') },
      ];
    case 'failed':
    case 'kept':
      return [refuse, retry];
    case 'ignored':
      return [retry];
    default:
      return [];
  }
}

async function decidePart(decision: Decision, part: readonly Payload[]): Promise<readonly Failed<Payload>[]> {
  const refused = await refusalOf(ask('POST', '/v1/connector-payloads/decide', { payloadIds: part.map(({ id }) => id), decision }));
  return refused === null ? [] : part.map((row) => ({ row, text: refused }));
}
