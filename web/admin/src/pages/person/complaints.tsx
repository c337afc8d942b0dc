import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { drawName } from '../../draw-name.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useRights } from '../../rights.ts';
import { type Person, personKey } from './person-api.ts';

/** While a complaint is open nobody is asked to invite friends. */
export function Complaints({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const queries = useQueryClient();
  const [about, setAbout] = useState('');
  const send = useMutation<unknown, ApiError, { readonly type: 'complaint.opened' | 'complaint.closed'; readonly id: string }>({
    mutationFn: ({ type, id }) =>
      ask('POST', '/v1/events', {
        id: `console-${drawName()}`,
        type,
        occurredAt: new Date().toISOString(),
        customer: { id: person.id },
        complaint: { id },
      }),
    onSuccess: async (_, { type }) => {
      setAbout('');
      notifications.show({ message: t(type === 'complaint.opened' ? 'person.complaints.opened' : 'person.complaints.closed') });
      await queries.invalidateQueries({ queryKey: personKey(person.id) });
    },
  });
  return (
    <Card withBorder component="section">
      <Stack gap="xs">
        <Title order={3} size="h4">
          {t('person.complaints.title')}
        </Title>
        {send.error === null ? null : <ProblemAlert error={send.error} />}
        <Text c="dimmed">
          {person.complaints.length === 0 ? t('person.complaints.none') : t('person.complaints.open', { count: person.complaints.length })}
        </Text>
        {person.complaints.map((id) => (
          <Group key={id} justify="space-between">
            <Text style={{ overflowWrap: 'anywhere' }}>{id}</Text>
            {mayChange('events') ? (
              <Button
                size="compact-sm"
                variant="default"
                loading={send.isPending}
                onClick={() => send.mutate({ type: 'complaint.closed', id })}
              >
                {t('person.complaints.close')}
              </Button>
            ) : null}
          </Group>
        ))}
        {mayChange('events') ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (about.trim() !== '') send.mutate({ type: 'complaint.opened', id: about.trim() });
            }}
          >
            <Stack gap="xs">
              <TextInput
                label={t('person.complaints.text')}
                description={t('person.complaints.textHint')}
                maxLength={200}
                value={about}
                onChange={(event) => setAbout(event.currentTarget.value)}
              />
              <Button type="submit" variant="default" w="fit-content" disabled={about.trim() === ''} loading={send.isPending}>
                {t('person.complaints.add')}
              </Button>
            </Stack>
          </form>
        ) : null}
      </Stack>
    </Card>
  );
}
