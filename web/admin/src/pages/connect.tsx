import { Badge, Button, Card, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { useFormKey } from '../form-key.ts';
import { formatDate } from '../money.ts';
import { Answer } from '../parts/answer.tsx';
import { ExportButtons } from '../parts/export-buttons.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useRights } from '../rights.ts';
import { ProcessAgain } from './connect-again.tsx';
import { type Connector, type NewConnector, type Payload, PRESETS } from './connect-api.ts';
import { PayloadInbox } from './connect-inbox.tsx';
import { Secret } from './connect-secret.tsx';
import { ConnectorSettings } from './connect-settings.tsx';

const LOOK_MS = 10_000;
const LOOK_WHILE_BUSY_MS = 2_000;

/** Addresses for systems that send orders by themselves: made, tested on what really comes, then switched on. */
export function ConnectPage() {
  const { t } = useTranslation();
  const { maySee, mayChange } = useRights();
  const navigate = useNavigate({ from: '/connect' });
  const { state, cursor, open, payload } = useSearch({ from: '/frame/connect' });
  const maySet = maySee('connectors');
  const connectors = useQuery<{ readonly items: readonly Connector[] }>({
    queryKey: ['connectors'],
    queryFn: () => ask<{ readonly items: readonly Connector[] }>('GET', '/v1/connectors'),
    enabled: maySet,
    refetchInterval: (query) => (query.state.data?.items.some(({ counts }) => counts.waiting > 0) === true ? LOOK_WHILE_BUSY_MS : LOOK_MS),
  });
  const items = connectors.data?.items ?? [];
  const inbox = { ...(state === undefined ? {} : { state }), ...(cursor === undefined ? {} : { cursor }) };
  const onMend = ({ connectorId, id }: Payload): void => void navigate({ search: { ...inbox, open: connectorId, payload: id } });
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('connect.title')}</Title>
        {maySet && items.length > 0 ? <ExportButtons list="connectors" /> : null}
      </Group>
      <Text c="dimmed">{t('connect.lead')}</Text>
      {mayChange('connectors') ? <NewConnection /> : null}
      {maySet ? (
        <Answer query={connectors}>
          {() => (
            <Stack>
              {items.length === 0 ? <Text>{t('connect.none')}</Text> : null}
              {items.map((connector) => (
                <ConnectorCard
                  key={connector.id}
                  connector={connector}
                  isOpen={open === connector.id}
                  payloadId={open === connector.id ? payload : undefined}
                  onOpen={(isOpen) => void navigate({ search: { ...inbox, ...(isOpen ? { open: connector.id } : {}) } })}
                />
              ))}
            </Stack>
          )}
        </Answer>
      ) : null}
      {maySet && items.length === 0 ? null : (
        <PayloadInbox
          connectors={items}
          state={state}
          cursor={cursor}
          onPlace={(place) => void navigate({ search: { ...(open === undefined ? {} : { open }), ...place } })}
          onMend={onMend}
        />
      )}
    </Stack>
  );
}

function NewConnection() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useFormKey();
  const [name, setName] = useState('');
  const [preset, setPreset] = useState<Connector['preset']>('woocommerce');
  const make = useMutation<NewConnector, Error, void>({
    mutationFn: () =>
      form.ask<NewConnector>('POST', '/v1/connectors', { name: name.trim() === '' ? t(`connect.presets.${preset}`) : name.trim(), preset }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['connectors'] }),
  });
  return (
    <Card withBorder>
      <Stack>
        <Group align="end">
          <NativeSelect
            label={t('connect.preset')}
            value={preset}
            onChange={(event) => setPreset(PRESETS.find((each) => each === event.currentTarget.value) ?? 'custom')}
            data={PRESETS.map((each) => ({ value: each, label: t(`connect.presets.${each}`) }))}
          />
          <TextInput
            label={t('connect.name')}
            placeholder={t(`connect.presets.${preset}`)}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button loading={make.isPending} onClick={() => make.mutate()}>
            {t('connect.new')}
          </Button>
        </Group>
        {make.error === null ? null : <ProblemAlert error={make.error} />}
        {make.data === undefined ? null : <Secret made={make.data} />}
      </Stack>
    </Card>
  );
}

const COLORS = { draft: 'gray', active: 'teal', paused: 'yellow' } as const;

interface CardProps {
  readonly connector: Connector;
  readonly isOpen: boolean;
  readonly payloadId: string | undefined;
  readonly onOpen: (isOpen: boolean) => void;
}

function ConnectorCard({ connector, isOpen, payloadId, onOpen }: CardProps) {
  const { t } = useTranslation();
  const { counts, lastReceivedAt, status } = connector;
  return (
    <Card withBorder>
      <Stack>
        <Group justify="space-between">
          <Stack gap={2}>
            <Group gap="xs">
              <Text fw={600}>{connector.name}</Text>
              <Badge color={COLORS[status]}>{t(`connect.status.${status}`)}</Badge>
            </Group>
            <Text size="sm" c="dimmed">
              {t('connect.counts', { ...counts })} · {counts.leftOut === 0 ? '' : `${t('connect.leftOut', { leftOut: counts.leftOut })} · `}
              {lastReceivedAt === null ? t('connect.lastNone') : t('connect.last', { at: formatDate(lastReceivedAt) })}
            </Text>
          </Stack>
          <Button variant="light" onClick={() => onOpen(!isOpen)} aria-expanded={isOpen}>
            {t(isOpen ? 'connect.close' : 'connect.open')}
          </Button>
        </Group>
        <ProcessAgain connector={connector} />
        {isOpen ? <ConnectorSettings key={payloadId ?? ''} connector={connector} payloadId={payloadId} /> : null}
      </Stack>
    </Card>
  );
}
