import { Badge, Button, Code, Group, Spoiler, Stack, Text, Title } from '@mantine/core';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { useFormKey } from '../form-key.ts';
import { Answer } from '../parts/answer.tsx';
import { AskFirst } from '../parts/ask-first.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import type { Connector, Mapping, NewConnector, TestedPayload } from './connect-api.ts';
import { MappingFields, MappingRules } from './connect-mapping.tsx';
import { PayloadLine, Places } from './connect-payload.tsx';
import { Secret } from './connect-secret.tsx';
import { TrustFields, type TypedCheck } from './connect-trust.tsx';

interface Tested {
  readonly items: readonly TestedPayload[];
}

interface SettingsProps {
  readonly connector: Connector;
  /** What did not work, to be mended on: shown before the last ones. */
  readonly payloadId: string | undefined;
}

/** One connection: whose word counts, its mapping beside the last real payloads, and the switch. */
export function ConnectorSettings({ connector, payloadId }: SettingsProps) {
  const [mapping, setMapping] = useState<Mapping>(connector.mapping);
  const [trust, setTrust] = useState(connector.trust);
  const [check, setCheck] = useState<TypedCheck>({ url: connector.checkUrl ?? '', user: '', password: '' });
  const tested = useQuery<Tested>({
    queryKey: ['connector-test', connector.id, connector.lastReceivedAt, mapping, payloadId],
    queryFn: () =>
      ask<Tested>('POST', `/v1/connectors/${connector.id}/test`, { mapping, ...(payloadId === undefined ? {} : { payloadId }) }),
    placeholderData: (before) => before,
  });
  const paths = pathsIn(tested.data?.items ?? []);
  const typed = Object.fromEntries(Object.entries(check).filter(([, value]) => value !== ''));
  const isCheckTyped = check.url !== (connector.checkUrl ?? '') || check.user !== '' || check.password !== '';
  return (
    <Stack>
      <Code style={{ overflowWrap: 'anywhere' }}>{connector.address}</Code>
      <TrustFields trust={trust} check={check} onTrust={setTrust} onCheck={setCheck} />
      <MappingFields mapping={mapping} paths={paths} onChange={setMapping} />
      <MappingRules mapping={mapping} paths={paths} onChange={setMapping} />
      <TestedPayloads tested={tested} payloadId={payloadId} />
      <Acts connector={connector} change={{ mapping, trust, ...(trust === 'checked' && isCheckTyped ? { check: typed } : {}) }} />
    </Stack>
  );
}

function TestedPayloads({ tested, payloadId }: { readonly tested: UseQueryResult<Tested>; readonly payloadId: string | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <Title order={4} size="h5">
        {t('connect.test')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('connect.testLead')}
      </Text>
      <Answer query={tested}>
        {({ items }) => (
          <Stack>
            {items.length === 0 ? <Text>{t('connect.testNone')}</Text> : null}
            {items.map((payload) => (
              <Stack key={payload.id} gap={4}>
                {payload.id === payloadId ? <Badge variant="light">{t('connect.thisOne')}</Badge> : null}
                <PayloadLine payload={payload} />
                <Spoiler maxHeight={0} showLabel={t('connect.raw')} hideLabel={t('connect.close')}>
                  <Places paths={payload.paths} body={payload.body} />
                </Spoiler>
              </Stack>
            ))}
          </Stack>
        )}
      </Answer>
    </>
  );
}

function Acts({ connector, change: typed }: { readonly connector: Connector; readonly change: object }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useFormKey();
  const path = `/v1/connectors/${connector.id}`;
  const [saved, setSaved] = useState('');
  const refresh = async (): Promise<void> => {
    await Promise.all([queries.invalidateQueries({ queryKey: ['connectors'] }), queries.invalidateQueries({ queryKey: ['queues'] })]);
  };
  const change = useMutation({
    mutationFn: (status: 'active' | 'paused' | null) => ask('PATCH', path, { ...typed, ...(status === null ? {} : { status }) }),
    onSuccess: async () => {
      setSaved(JSON.stringify(typed));
      await refresh();
    },
  });
  const rotate = useMutation<NewConnector>({ mutationFn: () => form.ask<NewConnector>('POST', `${path}/rotate`, {}) });
  const remove = useMutation({ mutationFn: () => ask('DELETE', path), onSuccess: refresh });
  const { done, held, failed, ignored, kept, waiting } = connector.counts;
  const isOn = connector.status === 'active';
  return (
    <>
      {change.error === null ? null : <ProblemAlert error={change.error} />}
      {rotate.data === undefined ? null : <Secret made={rotate.data} />}
      <Text role="status" size="sm">
        {saved === JSON.stringify(typed) ? t('connect.saved') : ''}
      </Text>
      <Group>
        <Button loading={change.isPending} onClick={() => change.mutate(isOn ? null : 'active')}>
          {t(isOn ? 'connect.save' : 'connect.activate')}
        </Button>
        <Button variant="light" onClick={() => change.mutate(isOn ? 'paused' : null)}>
          {t(isOn ? 'connect.pause' : 'connect.save')}
        </Button>
        <Button variant="subtle" title={t('connect.rotateHint')} onClick={() => rotate.mutate()}>
          {t('connect.rotate')}
        </Button>
        <AskFirst
          size="sm"
          action={t('connect.remove')}
          title={t('connect.remove')}
          consequence={t('connect.removeSure', { count: done + held + failed + ignored + kept + waiting })}
          isBusy={remove.isPending}
          onYes={() => remove.mutate()}
        />
      </Group>
    </>
  );
}

/** Every place of the last payloads, with what stood there first. */
function pathsIn(items: readonly TestedPayload[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { paths } of items) for (const { path, value } of paths) if (!found.has(path)) found.set(path, value);
  return found;
}
