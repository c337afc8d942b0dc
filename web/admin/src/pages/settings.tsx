import { Button, Card, Stack, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { Answer } from '../parts/answer.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';

interface Tenant {
  readonly name: string;
  readonly timeZone: string;
  readonly landingUrl: string | null;
}

export function SettingsPage() {
  const { t } = useTranslation();
  const tenant = useQuery<Tenant>({ queryKey: ['tenant'], queryFn: () => ask<Tenant>('GET', '/v1/tenant') });
  return (
    <Stack maw={560}>
      <Title order={2}>{t('settings.title')}</Title>
      <Answer query={tenant}>{(found) => <ShopForm found={found} />}</Answer>
    </Stack>
  );
}

function ShopForm({ found }: { readonly found: Tenant }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [given, setGiven] = useState({ name: found.name, timeZone: found.timeZone, landingUrl: found.landingUrl ?? '' });
  const save = useMutation({
    mutationFn: () => ask('PATCH', '/v1/tenant', { ...given, landingUrl: given.landingUrl === '' ? null : given.landingUrl }),
    onSuccess: async () => {
      notifications.show({ message: t('settings.saved') });
      await queries.invalidateQueries({ queryKey: ['tenant'] });
    },
  });
  return (
    <Card withBorder>
      <Stack>
        <Title order={3} size="h4">
          {t('settings.shop')}
        </Title>
        {save.error === null ? null : <ProblemAlert error={save.error} />}
        <TextInput
          label={t('settings.name')}
          value={given.name}
          onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('settings.timeZone')}
          value={given.timeZone}
          onChange={(event) => setGiven({ ...given, timeZone: event.currentTarget.value })}
        />
        <TextInput
          label={t('settings.landing')}
          type="url"
          value={given.landingUrl}
          onChange={(event) => setGiven({ ...given, landingUrl: event.currentTarget.value })}
        />
        <Button w="fit-content" loading={save.isPending} onClick={() => save.mutate()}>
          {t('app.save')}
        </Button>
      </Stack>
    </Card>
  );
}
