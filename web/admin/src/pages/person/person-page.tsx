import { Anchor, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate, formatNumber, formatUnit } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { nameOf } from '../../parts/people-names.ts';
import { useRights } from '../../rights.ts';
import { AdjustButton } from './adjust-balance.tsx';
import { Chip } from './chip.tsx';
import { Codes } from './codes.tsx';
import { Complaints } from './complaints.tsx';
import { Memberships } from './memberships.tsx';
import { type Person, usePerson } from './person-api.ts';
import { ProposePayout } from './propose-payout.tsx';
import { BroughtBy, Friends } from './referrals.tsx';
import { Rewards, useHasWaiting } from './rewards.tsx';
import { Story } from './story.tsx';
import { TakeAlong } from './take-along.tsx';
import { Wishes } from './wishes.tsx';

/** Who somebody is, what waits for them, what may be done for them, and all that has happened. */
export function PersonPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/frame/people/$id' });
  const person = usePerson(id);
  return (
    <Stack>
      <Anchor component={Link} to="/people" w="fit-content">
        ← {t('person.back')}
      </Anchor>
      <Answer query={person}>{(found) => <PersonBody person={found} />}</Answer>
    </Stack>
  );
}

function PersonBody({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const { counts } = person;
  return (
    <Stack>
      <div>
        <Title order={2} style={{ overflowWrap: 'anywhere' }}>
          {nameOf(person)}
        </Title>
        <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {[person.phone, person.email, person.externalId].filter((each) => each !== null).join(' · ')}
        </Text>
      </div>
      <NextStep person={person} />
      <Group gap="xl">
        <Figure value={counts.paidOrders} text={t('person.orders')} />
        <Figure value={counts.referrals} text={t('person.friendsCount')} />
        <Figure value={counts.qualifiedReferrals} text={t('person.counted')} />
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Balances person={person} />
        <Memberships person={person} />
        <Friends person={person} />
        <Rewards person={person} />
        <BroughtBy person={person} />
        <Codes person={person} />
        <Complaints person={person} />
        <Wishes person={person} />
      </SimpleGrid>
      <Story id={person.id} />
      <TakeAlong id={person.id} />
    </Stack>
  );
}

function Figure({ value, text }: { readonly value: number; readonly text: string }) {
  return (
    <div>
      <Text size="xl" fw={700}>
        {formatNumber(value)}
      </Text>
      <Text size="sm" c="dimmed">
        {text}
      </Text>
    </div>
  );
}

/** One next step (0-26). */
function NextStep({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const hasWaiting = useHasWaiting(person.id);
  const hasDebt = person.balances.some(({ debt }) => debt !== '0');
  const text =
    person.complaints.length > 0
      ? t('person.nextComplaint')
      : hasWaiting
        ? t('person.nextReview')
        : hasDebt
          ? t('person.nextDebt')
          : t('person.nextNone');
  return (
    <Card withBorder component="section" padding="sm">
      <Text size="sm" c="dimmed">
        {t('person.next')}
      </Text>
      <Text fw={600}>{text}</Text>
    </Card>
  );
}

function Balances({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  return (
    <Card withBorder component="section">
      <Stack gap="xs">
        <Title order={3} size="h4">
          {t('person.balances')}
        </Title>
        {person.balances.length === 0 ? <Text c="dimmed">{t('person.none')}</Text> : null}
        {person.balances.map((balance) => {
          const { unit, held, reserved, debt, lots } = balance;
          const ending = lots.filter(({ expiresAt }) => expiresAt !== null);
          return (
            <Stack key={unit} gap={4}>
              <Group gap="xs">
                <Text fw={700} size="lg">
                  {formatUnit(unit, balance.available)}
                </Text>
                <Text size="sm">{t('person.available')}</Text>
                {held === '0' ? null : <Chip text={`${formatUnit(unit, held)} ${t('person.held')}`} />}
                {reserved === '0' ? null : <Chip text={`${formatUnit(unit, reserved)} ${t('person.reserved')}`} />}
                {debt === '0' ? null : <Chip text={`${formatUnit(unit, debt)} ${t('person.debt')}`} />}
              </Group>
              {ending.slice(0, 3).map((lot) => (
                <Text size="sm" c="dimmed" key={lot.id}>
                  {t('person.expires', { amount: formatUnit(unit, lot.remaining), date: formatDate(lot.expiresAt ?? '') })}
                </Text>
              ))}
            </Stack>
          );
        })}
        {mayChange('customers') ? <AdjustButton person={person} /> : null}
        {mayChange('payouts') ? <ProposePayout person={person} /> : null}
      </Stack>
    </Card>
  );
}
