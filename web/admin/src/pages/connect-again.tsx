import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { formatNumber } from '../money.ts';
import { AskFirst } from '../parts/ask-first.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useRights } from '../rights.ts';
import type { Connector } from './connect-api.ts';

interface All {
  readonly status: 'kept' | 'failed';
  readonly decision: 'retry' | 'refuse';
}

/** Everything that was kept while a connection was off, or that did not work, with one press; and how far it is. */
export function ProcessAgain({ connector }: { readonly connector: Connector }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { mayChange } = useRights();
  const { kept, failed, waiting } = connector.counts;
  const decide = useMutation<unknown, Error, All>({
    mutationFn: (all) => ask('POST', '/v1/connector-payloads/decide-all', { connectorId: connector.id, ...all }),
    onSettled: async () => {
      await Promise.all([queries.invalidateQueries({ queryKey: ['connectors'] }), queries.invalidateQueries({ queryKey: ['queues'] })]);
    },
  });
  const isOn = connector.status === 'active';
  if (kept + failed + waiting === 0) return null;
  return (
    <Stack gap="xs">
      {decide.error === null ? null : <ProblemAlert error={decide.error} />}
      {kept === 0 ? null : (
        <Alert color={isOn ? 'blue' : 'gray'}>
          <Stack gap="xs">
            <Text size="sm">{t(isOn ? 'connect.keptLead' : 'connect.keptOff', { count: kept })}</Text>
            {isOn && mayChange('events') ? (
              <Group gap="xs">
                <Button loading={decide.isPending} onClick={() => decide.mutate({ status: 'kept', decision: 'retry' })}>
                  {t('connect.processKept', { count: kept })}
                </Button>
                <AskFirst
                  size="sm"
                  action={t('connect.dropKept')}
                  title={t('connect.dropKept')}
                  consequence={t('connect.dropKeptSure', { count: kept })}
                  isBusy={decide.isPending}
                  onYes={() => decide.mutate({ status: 'kept', decision: 'refuse' })}
                />
              </Group>
            ) : null}
          </Stack>
        </Alert>
      )}
      {failed === 0 || !isOn || !mayChange('events') ? null : (
        <Button
          w="fit-content"
          variant="light"
          loading={decide.isPending}
          onClick={() => decide.mutate({ status: 'failed', decision: 'retry' })}
        >
          {t('connect.retryFailed', { count: failed })}
        </Button>
      )}
      <Line waiting={waiting} />
    </Stack>
  );
}

/** Of as many as stood in the line since this page saw it: some may wait for a shop that is to be asked again. */
function Line({ waiting }: { readonly waiting: number }) {
  const { t } = useTranslation();
  const most = useRef(0);
  most.current = waiting === 0 ? 0 : Math.max(most.current, waiting);
  if (waiting === 0) return null;
  const done = most.current - waiting;
  return (
    <Stack gap={4} role="status">
      <Progress value={most.current === 0 ? 0 : (done / most.current) * 100} aria-label={t('connect.line', { count: waiting })} />
      <Text size="sm">
        {t('connect.line', { count: waiting, number: formatNumber(waiting) })} {t('connect.lineLeave')}
      </Text>
    </Stack>
  );
}
