import { Badge, Button, Card, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { useFormKey } from '../../form-key.ts';
import { formatDate } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { AskFirst } from '../../parts/ask-first.tsx';
import { ExportButtons } from '../../parts/export-buttons.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { useRights } from '../../rights.ts';
import { useMe } from '../../session.ts';

const ROLES = ['owner', 'marketer', 'sales', 'accountant', 'support', 'cashier', 'readOnly'] as const;
type Role = (typeof ROLES)[number];

interface StaffPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly hasTotp: boolean;
  readonly isInvited: boolean;
  /** Until when the link lasts that was sent last. */
  readonly inviteEndsAt: string | null;
  readonly disabledAt: string | null;
}

/** People of the business: who may do what, from the next request on. */
export function StaffSettings() {
  const staff = useQuery<{ readonly items: readonly StaffPerson[] }, ApiError>({
    queryKey: ['staff'],
    queryFn: () => ask('GET', '/v1/staff'),
  });
  const { mayChange } = useRights();
  return (
    <Stack maw={800}>
      {mayChange('staff') ? <Invite /> : null}
      <ExportButtons list="staff" />
      <Answer query={staff}>
        {({ items }) => (
          <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {items.map((person) => (
              <li key={person.id}>
                <StaffRow person={person} />
              </li>
            ))}
          </Stack>
        )}
      </Answer>
    </Stack>
  );
}

function useRoles() {
  const { t } = useTranslation();
  return ROLES.map((value) => ({ value, label: t(`role.${value}.name`) }));
}

function StaffRow({ person }: { readonly person: StaffPerson }) {
  const { t } = useTranslation();
  const roles = useRoles();
  const me = useMe();
  const { mayChange } = useRights();
  const queries = useQueryClient();
  const change = useMutation<unknown, ApiError, object>({
    mutationFn: (body) => ask('PATCH', `/v1/staff/${person.id}`, body),
    onSettled: () => queries.invalidateQueries({ queryKey: ['staff'] }),
  });
  const isMe = me.data?.id === person.id;
  return (
    <Card withBorder padding="sm">
      <Stack gap="xs">
        {change.error === null ? null : <ProblemAlert error={change.error} />}
        <Group justify="space-between">
          <div>
            <Group gap="xs">
              <Text fw={600}>{person.name}</Text>
              {person.isInvited ? <Mark text={t('settings.staff.invited')} /> : null}
              {person.hasTotp ? <Mark text={t('settings.staff.totp')} /> : null}
              {person.disabledAt === null ? null : <Mark text={t('settings.staff.disabled')} />}
            </Group>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {person.email}
            </Text>
          </div>
          {mayChange('staff') && !isMe ? (
            <Group gap="xs" align="end">
              <Select
                aria-label={t('settings.staff.roleOf', { name: person.name })}
                data={roles}
                value={person.role}
                allowDeselect={false}
                onChange={(role) => change.mutate({ role })}
              />
              {person.disabledAt === null ? (
                <AskFirst
                  action={t('settings.staff.disable')}
                  title={t('settings.staff.disableTitle', { name: person.name })}
                  consequence={t('settings.staff.disableText')}
                  isBusy={change.isPending}
                  onYes={() => change.mutate({ disabled: true })}
                />
              ) : (
                <Button size="compact-sm" variant="default" loading={change.isPending} onClick={() => change.mutate({ disabled: false })}>
                  {t('settings.staff.enable')}
                </Button>
              )}
            </Group>
          ) : (
            <Text size="sm">{t(`role.${person.role}.name`)}</Text>
          )}
        </Group>
        {person.isInvited && person.disabledAt === null && mayChange('staff') ? <InviteAgain person={person} /> : null}
      </Stack>
    </Card>
  );
}

interface Invitation {
  readonly link: string;
  readonly isMailed: boolean;
}

/** For who has not come: until when their link lasts, and a new one. */
function InviteAgain({ person }: { readonly person: StaffPerson }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useFormKey();
  const invite = useMutation<Invitation, ApiError>({
    mutationFn: () => form.ask('POST', `/v1/staff/${person.id}/invite`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['staff'] }),
  });
  const endsAt = person.inviteEndsAt;
  const isOver = endsAt === null || new Date(endsAt) <= new Date();
  return (
    <Stack gap="xs">
      {invite.error === null ? null : <ProblemAlert error={invite.error} />}
      <Group gap="xs">
        <Text size="sm" c={isOver ? 'red' : 'dimmed'}>
          {isOver ? t('settings.staff.linkOver') : t('settings.staff.linkUntil', { at: formatDate(endsAt) })}
        </Text>
        <Button size="compact-sm" variant={isOver ? 'filled' : 'default'} loading={invite.isPending} onClick={() => invite.mutate()}>
          {t('settings.staff.again')}
        </Button>
      </Group>
      {invite.data === undefined ? null : <Link made={invite.data} onClose={() => invite.reset()} />}
    </Stack>
  );
}

/** The link of an invitation, once, and whether it goes by mail as well. */
function Link({ made, onClose }: { readonly made: Invitation; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm">{t(made.isMailed ? 'settings.staff.mailed' : 'settings.staff.notMailed')}</Text>
      <ShownOnce title={t('settings.staff.link')} value={made.link} onClose={onClose} />
    </>
  );
}

function Mark({ text }: { readonly text: string }) {
  return (
    <Badge variant="outline" size="sm" c="var(--mantine-color-text)">
      {text}
    </Badge>
  );
}

function Invite() {
  const { t } = useTranslation();
  const roles = useRoles();
  const queries = useQueryClient();
  const [given, setGiven] = useState<{ name: string; email: string; role: string }>({ name: '', email: '', role: 'support' });
  const form = useFormKey();
  const invite = useMutation<Invitation, ApiError>({
    mutationFn: () => form.ask('POST', '/v1/staff', given),
    onSuccess: async () => {
      setGiven({ name: '', email: '', role: 'support' });
      await queries.invalidateQueries({ queryKey: ['staff'] });
    },
  });
  return (
    <Card withBorder component="section">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate();
        }}
      >
        <Stack>
          <Title order={3} size="h4">
            {t('settings.staff.invite')}
          </Title>
          {invite.error === null ? null : <ProblemAlert error={invite.error} />}
          {invite.data === undefined ? null : <Link made={invite.data} onClose={() => invite.reset()} />}
          <TextInput
            label={t('settings.staff.name')}
            required
            value={given.name}
            onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
          />
          <TextInput
            label={t('settings.staff.email')}
            type="email"
            required
            value={given.email}
            onChange={(event) => setGiven({ ...given, email: event.currentTarget.value })}
          />
          <Select
            label={t('settings.staff.roleLabel')}
            description={t(`role.${given.role}.may`)}
            data={roles}
            value={given.role}
            allowDeselect={false}
            onChange={(role) => setGiven({ ...given, role: role ?? given.role })}
          />
          <Button type="submit" w="fit-content" loading={invite.isPending}>
            {t('settings.staff.send')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
