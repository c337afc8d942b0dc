import { Badge, Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { useFormKey } from '../../form-key.ts';
import { locale } from '../../i18n.ts';
import { Answer } from '../../parts/answer.tsx';
import { AskFirst } from '../../parts/ask-first.tsx';
import { ExportButtons } from '../../parts/export-buttons.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { useRights } from '../../rights.ts';
import type { Texts } from '../person/person-api.ts';
import { Deliveries } from './deliveries.tsx';

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  readonly status: 'active' | 'paused' | 'disabled';
  readonly disabledReason: { readonly text: Texts } | null;
  readonly lastError: { readonly text: Texts } | null;
}

/** Who is told of what happens, how it fares, and every message that went out. */
export function Webhooks() {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const webhooks = useQuery<{ readonly items: readonly Webhook[] }, ApiError>({
    queryKey: ['webhooks'],
    queryFn: () => ask('GET', '/v1/webhooks?limit=200'),
  });
  return (
    <Stack maw={900}>
      {mayChange('webhooks') ? <NewWebhook /> : null}
      <ExportButtons list="webhooks" />
      <Answer query={webhooks}>
        {({ items }) => (
          <>
            {items.length === 0 ? <Text c="dimmed">{t('settings.webhooks.none')}</Text> : null}
            <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
              {items.map((webhook) => (
                <li key={webhook.id}>
                  <WebhookCard webhook={webhook} />
                </li>
              ))}
            </Stack>
          </>
        )}
      </Answer>
    </Stack>
  );
}

function NewWebhook() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useFormKey();
  const [url, setUrl] = useState('');
  const make = useMutation<{ readonly secret: string }, ApiError>({
    mutationFn: () => form.ask('POST', '/v1/webhooks', { url: url.trim() }),
    onSuccess: async () => {
      setUrl('');
      await queries.invalidateQueries({ queryKey: ['webhooks'] });
    },
  });
  return (
    <Card withBorder component="section">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Stack>
          <Title order={3} size="h4">
            {t('settings.webhooks.new')}
          </Title>
          {make.error === null ? null : <ProblemAlert error={make.error} />}
          {make.data === undefined ? null : (
            <ShownOnce title={t('settings.webhooks.secret')} value={make.data.secret} onClose={() => make.reset()} />
          )}
          <TextInput
            label={t('settings.webhooks.url')}
            description={t('settings.webhooks.urlHint')}
            type="url"
            required
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <Button type="submit" w="fit-content" loading={make.isPending} disabled={url.trim() === ''}>
            {t('settings.webhooks.make')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

function WebhookCard({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const queries = useQueryClient();
  const form = useFormKey();
  const [isOpen, setOpen] = useState(false);
  const act = useMutation<{ readonly secret?: string | null } | undefined, ApiError, 'pause' | 'resume' | 'test' | 'rotate' | 'delete'>({
    mutationFn: (what) => {
      const path = `/v1/webhooks/${webhook.id}`;
      if (what === 'delete') return ask('DELETE', path);
      if (what === 'pause' || what === 'resume') return ask('PATCH', path, { paused: what === 'pause' });
      return form.ask('POST', `${path}/${what}`, {});
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  const secret = act.data?.secret ?? null;
  const trouble = webhook.disabledReason ?? webhook.lastError;
  return (
    <Card withBorder padding="sm">
      <Stack gap="xs">
        <Group gap="xs">
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {webhook.url}
          </Text>
          <Badge variant="outline" c="var(--mantine-color-text)">
            {t(`settings.webhooks.status.${webhook.status}`)}
          </Badge>
        </Group>
        {trouble === null ? null : <Text size="sm">{trouble.text[locale()]}</Text>}
        {act.error === null ? null : <ProblemAlert error={act.error} />}
        {secret === null ? null : <ShownOnce title={t('settings.webhooks.secret')} value={secret} onClose={() => act.reset()} />}
        <Group gap="xs">
          <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('settings.webhooks.log')}
          </Button>
          {!mayChange('webhooks') ? null : (
            <>
              <Button size="compact-sm" variant="default" loading={act.isPending} onClick={() => act.mutate('test')}>
                {t('settings.webhooks.test')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                loading={act.isPending}
                onClick={() => act.mutate(webhook.status === 'active' ? 'pause' : 'resume')}
              >
                {t(webhook.status === 'active' ? 'settings.webhooks.pause' : 'settings.webhooks.resume')}
              </Button>
              <Button size="compact-sm" variant="default" loading={act.isPending} onClick={() => act.mutate('rotate')}>
                {t('settings.webhooks.rotate')}
              </Button>
              <AskFirst
                action={t('settings.webhooks.delete')}
                title={t('settings.webhooks.deleteTitle')}
                consequence={t('settings.webhooks.deleteText')}
                isBusy={act.isPending}
                onYes={() => act.mutate('delete')}
              />
            </>
          )}
        </Group>
        {isOpen ? <Deliveries webhookId={webhook.id} /> : null}
      </Stack>
    </Card>
  );
}
