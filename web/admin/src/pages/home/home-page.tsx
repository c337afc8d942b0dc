import { Button, Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { formatDate, formatNumber, formatUnit } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { Checklist } from '../../parts/checklist.tsx';
import { useMe } from '../../session.ts';
import { useQueueCounts } from '../queues/queue-counts.ts';
import { Funnel } from './funnel.tsx';
import type { Overview } from './overview-api.ts';
import { Owed } from './owed.tsx';

/** One number and one next step (0-26), then the day, what is owed, and how friends come. */
export function HomePage() {
  const { t } = useTranslation();
  const me = useMe();
  const overview = useQuery<Overview, ApiError>({ queryKey: ['overview'], queryFn: () => ask('GET', '/v1/overview') });
  return (
    <Stack>
      <Title order={2}>{t('home.title')}</Title>
      <Text>{t('home.hello', { name: me.data?.name ?? '' })}</Text>
      <Answer query={overview}>
        {(found) => (
          <Stack>
            <NextStep overview={found} />
            <Checklist />
            <Today overview={found} />
            <SimpleGrid cols={{ base: 1, lg: 2 }}>
              <Owed overview={found} />
              <Funnel funnel={found.funnel} />
            </SimpleGrid>
            <Text size="sm" c="dimmed">
              {t('home.asOf', { time: formatDate(found.asOf) })}
            </Text>
          </Stack>
        )}
      </Answer>
    </Stack>
  );
}

function NextStep({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation();
  const counts = useQueueCounts();
  if (overview.programs.all === 0)
    return (
      <Step text={t('home.noProgram')}>
        <Button component={Link} to="/start" w="fit-content">
          {t('home.start')}
        </Button>
      </Step>
    );
  const waiting = counts.data?.total ?? 0;
  if (waiting > 0)
    return (
      <Step text={t('nav.waiting', { count: waiting })}>
        <Button component={Link} to="/queues" w="fit-content">
          {t('home.toQueues')}
        </Button>
      </Step>
    );
  return (
    <Step text={t('home.friendsToday', { count: overview.today.counted })}>
      <Text>{t('home.allDone')}</Text>
    </Step>
  );
}

function Step({ text, children }: { readonly text: string; readonly children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section">
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {t('home.next')}
        </Text>
        <Text fw={700} size="xl">
          {text}
        </Text>
        {children}
      </Stack>
    </Card>
  );
}

function Today({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation();
  const { today } = overview;
  const given = today.given.map(({ unit, unitName, amount }) => formatUnit(unit, amount, unitName)).join(' + ');
  const figures = [
    ['orders', today.orders],
    ['counted', today.counted],
    ['referrals', today.referrals],
    ['visits', today.visits],
    ['customers', today.customers],
    ['rewards', today.rewards],
  ] as const;
  return (
    <Card withBorder component="section">
      <Stack gap="sm">
        <Title order={3} size="h4">
          {t('home.today')}
        </Title>
        <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }}>
          {figures.map(([name, value]) => (
            <div key={name}>
              <Text fw={700} size="xl">
                {formatNumber(value)}
              </Text>
              <Text size="sm" c="dimmed">
                {t(`home.${name}`)}
              </Text>
              {name === 'rewards' && given !== '' ? (
                <Text size="sm" c="dimmed">
                  {t('home.given', { amount: given })}
                </Text>
              ) : null}
            </div>
          ))}
        </SimpleGrid>
      </Stack>
    </Card>
  );
}
