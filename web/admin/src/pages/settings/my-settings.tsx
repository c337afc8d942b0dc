import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { formatDate } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { SecretInput } from '../../parts/secret-input.tsx';
import { type Me, useMe } from '../../session.ts';
import { TotpSettings } from './totp-settings.tsx';

/** One's own name, password, second factor and open sessions. */
export function MySettings() {
  const me = useMe();
  return (
    <Answer query={me}>
      {(found) => (
        <Stack maw={560}>
          <NameForm me={found} />
          <PasswordForm />
          <TotpSettings me={found} />
          <Sessions />
        </Stack>
      )}
    </Answer>
  );
}

function NameForm({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState(me.name);
  const save = useMutation<unknown, ApiError>({
    mutationFn: () => ask('PATCH', '/v1/console/me', { name }),
    onSuccess: async () => {
      notifications.show({ message: t('settings.saved') });
      await queries.invalidateQueries({ queryKey: ['me'] });
    },
  });
  return (
    <Card withBorder component="section">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          {save.error === null ? null : <ProblemAlert error={save.error} />}
          <TextInput label={t('settings.me.name')} required value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <Text size="sm" c="dimmed">
            {me.email} · {t(`role.${me.role}.name`)}
          </Text>
          <Button type="submit" w="fit-content" loading={save.isPending}>
            {t('app.save')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

function PasswordForm() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [given, setGiven] = useState({ currentPassword: '', newPassword: '' });
  const save = useMutation<unknown, ApiError>({
    mutationFn: () => ask('PATCH', '/v1/console/me', given),
    onSuccess: async () => {
      setGiven({ currentPassword: '', newPassword: '' });
      notifications.show({ message: t('settings.me.passwordChanged') });
      await queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <Card withBorder component="section">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <Title order={3} size="h4">
            {t('settings.me.password')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('settings.me.passwordHint')}
          </Text>
          {save.error === null ? null : <ProblemAlert error={save.error} />}
          <SecretInput
            label={t('settings.me.current')}
            autoComplete="current-password"
            required
            value={given.currentPassword}
            onChange={(event) => setGiven({ ...given, currentPassword: event.currentTarget.value })}
          />
          <SecretInput
            label={t('settings.me.next')}
            autoComplete="new-password"
            required
            value={given.newPassword}
            onChange={(event) => setGiven({ ...given, newPassword: event.currentTarget.value })}
          />
          <Button type="submit" w="fit-content" loading={save.isPending}>
            {t('settings.me.change')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

interface Session {
  readonly id: string;
  readonly lastSeenAt: string;
  readonly agent: string;
  readonly address: string;
  readonly isThis: boolean;
}

function Sessions() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const sessions = useQuery<{ readonly items: readonly Session[] }, ApiError>({
    queryKey: ['sessions'],
    queryFn: () => ask('GET', '/v1/console/sessions'),
  });
  const end = useMutation<unknown, ApiError, string>({
    mutationFn: (id) => ask('DELETE', `/v1/console/sessions/${id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  return (
    <Card withBorder component="section">
      <Stack>
        <Title order={3} size="h4">
          {t('settings.me.sessions')}
        </Title>
        {end.error === null ? null : <ProblemAlert error={end.error} />}
        <Answer query={sessions}>
          {({ items }) => (
            <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
              {items.map((session) => (
                <Group component="li" key={session.id} justify="space-between" gap="xs">
                  <div style={{ flex: 1, minWidth: 200 }}>
                    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                      {session.agent === '' ? t('settings.me.unknown') : session.agent}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {session.address} · {formatDate(session.lastSeenAt)}
                    </Text>
                  </div>
                  {session.isThis ? (
                    <Text size="sm" fw={600}>
                      {t('settings.me.thisOne')}
                    </Text>
                  ) : (
                    <Button size="compact-sm" variant="default" loading={end.isPending} onClick={() => end.mutate(session.id)}>
                      {t('settings.me.end')}
                    </Button>
                  )}
                </Group>
              ))}
            </Stack>
          )}
        </Answer>
      </Stack>
    </Card>
  );
}
