import { Badge, Button, Card, Group, Menu, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { programName, usePrograms } from '../../document/program-api.ts';
import { useFormKey } from '../../form-key.ts';
import { locale } from '../../i18n.ts';
import { formatDate, formatUnit } from '../../money.ts';
import { Question } from '../../parts/ask-first.tsx';
import { nameOf } from '../../parts/people-names.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useRights } from '../../rights.ts';
import { type Membership, type Person, personKey } from './person-api.ts';

type Change = { readonly join: string } | { readonly programId: string; readonly status: Membership['status'] };

export function Memberships({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const queries = useQueryClient();
  const form = useFormKey();
  const programs = usePrograms().data?.items ?? [];
  const change = useMutation<unknown, ApiError, Change>({
    mutationFn: (asked) =>
      'join' in asked
        ? form.ask('POST', `/v1/customers/${person.id}/memberships`, { programId: asked.join })
        : ask('PATCH', `/v1/customers/${person.id}/memberships`, asked),
    onSuccess: async () => {
      notifications.show({ message: t('person.memberships.done') });
      await queries.invalidateQueries({ queryKey: personKey(person.id) });
    },
  });
  const joined = new Set(person.memberships.map(({ programId }) => programId));
  const open = programs.filter(({ id, status }) => status === 'live' && !joined.has(id));
  return (
    <Card withBorder component="section">
      <Stack gap="xs">
        <Title order={3} size="h4">
          {t('person.memberships.title')}
        </Title>
        {change.error === null ? null : <ProblemAlert error={change.error} />}
        {person.memberships.length === 0 ? <Text c="dimmed">{t('person.memberships.none')}</Text> : null}
        {person.memberships.map((membership) => (
          <MembershipRow
            key={membership.id}
            membership={membership}
            person={person}
            name={programName(programs, membership.programId)}
            onChange={mayChange('customers') ? (status) => change.mutate({ programId: membership.programId, status }) : null}
          />
        ))}
        {mayChange('customers') && open.length > 0 ? (
          <Menu>
            <Menu.Target>
              <Button variant="default" w="fit-content" loading={change.isPending}>
                {t('person.memberships.join')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {open.map((program) => (
                <Menu.Item key={program.id} onClick={() => change.mutate({ join: program.id })}>
                  {programName(programs, program.id)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </Stack>
    </Card>
  );
}

interface RowProps {
  readonly membership: Membership;
  readonly person: Person;
  readonly name: string;
  readonly onChange: ((status: Membership['status']) => void) | null;
}

function MembershipRow({ membership, person, name, onChange }: RowProps) {
  const { t } = useTranslation();
  const [isAsking, { open, close }] = useDisclosure(false);
  const { status, joinedAt, tier } = membership;
  const waiting = person.counts.waitingReferrals;
  const amount = person.balances.map((each) => formatUnit(each.unit, each.available)).join(', ');
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text fw={600}>{name}</Text>
        <Badge variant="outline" c="var(--mantine-color-text)">
          {t(`person.memberships.status.${status}`)}
        </Badge>
        {tier?.name == null ? null : (
          <Badge variant="light" c="var(--mantine-color-text)">
            {tier.name[locale()]}
          </Badge>
        )}
      </Group>
      {joinedAt === null ? null : (
        <Text size="sm" c="dimmed">
          {t('person.memberships.since', { date: formatDate(joinedAt) })}
        </Text>
      )}
      {onChange === null ? null : (
        <Group gap="xs">
          {status === 'active' ? (
            <Button size="compact-sm" variant="default" onClick={() => onChange('paused')}>
              {t('person.memberships.pause')}
            </Button>
          ) : null}
          {status === 'paused' || status === 'left' ? (
            <Button size="compact-sm" variant="default" onClick={() => onChange('active')}>
              {t('person.memberships.resume')}
            </Button>
          ) : null}
          {status === 'blocked' ? (
            <Button size="compact-sm" variant="default" onClick={() => onChange('active')}>
              {t('person.memberships.unblock')}
            </Button>
          ) : (
            <Button size="compact-sm" variant="default" onClick={open}>
              {t('person.memberships.block')}
            </Button>
          )}
        </Group>
      )}
      {isAsking ? (
        <Question
          action={t('person.memberships.block')}
          title={t('person.memberships.blockTitle')}
          consequence={
            <Stack gap="xs">
              <Text>{t('person.memberships.blockText', { name: nameOf(person), amount: amount === '' ? '0' : amount })}</Text>
              {waiting > 0 ? <Text>{t('person.memberships.blockFriends', { count: waiting })}</Text> : null}
            </Stack>
          }
          onYes={() => onChange?.('blocked')}
          onClose={close}
        />
      ) : null}
    </Stack>
  );
}
