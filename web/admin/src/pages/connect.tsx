import { Badge, Button, Card, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { useFormKey } from '../form-key.ts';
import { formatDate } from '../money.ts';
import { Answer } from '../parts/answer.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { type Connector, type NewConnector, PRESETS } from './connect-api.ts';
import { PayloadQueue } from './connect-queue.tsx';
import { Secret } from './connect-secret.tsx';
import { ConnectorSettings } from './connect-settings.tsx';

/** Addresses for systems that send orders by themselves: made, tested on what really comes, then switched on. */
export function ConnectPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useFormKey();
  const [name, setName] = useState('');
  const [preset, setPreset] = useState<Connector['preset']>('woocommerce');
  const connectors = useQuery<{ readonly items: readonly Connector[] }>({
    queryKey: ['connectors'],
    queryFn: () => ask<{ readonly items: readonly Connector[] }>('GET', '/v1/connectors'),
    refetchInterval: 10_000,
  });
  const make = useMutation<NewConnector, Error, void>({
    mutationFn: () =>
      form.ask<NewConnector>('POST', '/v1/connectors', { name: name.trim() === '' ? t(`connect.presets.${preset}`) : name.trim(), preset }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['connectors'] }),
  });
  return (
    <Stack>
      <Title order={2}>{t('connect.title')}</Title>
      <Text c="dimmed">{t('connect.lead')}</Text>
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
      <PayloadQueue />
      <Answer query={connectors}>
        {({ items }) => (
          <Stack>
            {items.length === 0 ? <Text>{t('connect.none')}</Text> : null}
            {items.map((connector) => (
              <ConnectorCard key={connector.id} connector={connector} />
            ))}
          </Stack>
        )}
      </Answer>
    </Stack>
  );
}

const COLORS = { draft: 'gray', active: 'teal', paused: 'yellow' } as const;

function ConnectorCard({ connector }: { readonly connector: Connector }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
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
              {t('connect.counts', { ...counts })} ·{' '}
              {lastReceivedAt === null ? t('connect.lastNone') : t('connect.last', { at: formatDate(lastReceivedAt) })}
            </Text>
          </Stack>
          <Button variant="light" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
            {t(isOpen ? 'connect.close' : 'connect.open')}
          </Button>
        </Group>
        {isOpen ? <ConnectorSettings connector={connector} /> : null}
      </Stack>
    </Card>
  );
}
