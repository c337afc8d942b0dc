import { Button, Card, Select, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../money.ts';
import { BarChart } from '../../parts/bar-chart.tsx';
import type { FunnelChannel, Overview } from './overview-api.ts';

const STEPS = ['started', 'joined', 'ordered', 'qualified', 'lost'] as const;

/** From an opened link to a friend who counts, of one channel or of all. */
export function Funnel({ funnel }: { readonly funnel: Overview['funnel'] }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/' });
  const { channel } = useSearch({ from: '/frame/' });
  const { channels, visits } = funnel;
  const chosen = channels.filter((each) => channel === undefined || each.channel === channel);
  const isEmpty = channels.length === 0 && visits === 0;
  return (
    <Card withBorder component="section">
      <Stack gap="sm">
        <Title order={3} size="h4">
          {t('home.funnel')}
        </Title>
        <Text size="sm" c="dimmed">
          {t(isEmpty ? 'home.noFunnel' : 'home.funnelLead')}
        </Text>
        {isEmpty ? (
          <Button component={Link} to="/people" variant="default" w="fit-content">
            {t('home.share')}
          </Button>
        ) : (
          <>
            {channels.length < 2 ? null : (
              <Select
                label={t('home.channel')}
                data={[
                  { value: '', label: t('home.all') },
                  ...channels.map((each) => ({ value: each.channel, label: t(`home.by.${each.channel}`) })),
                ]}
                value={channel ?? ''}
                allowDeselect={false}
                onChange={(next) => void navigate({ search: next === null || next === '' ? {} : { channel: next }, replace: true })}
              />
            )}
            <BarChart
              label={t('home.funnel')}
              columns={[t('home.funnel'), t('home.amount')]}
              bars={[
                ...(channel === undefined || channel === 'click'
                  ? [{ name: t('home.step.visits'), size: visits, text: formatNumber(visits) }]
                  : []),
                ...STEPS.map((step) => ({ name: t(`home.step.${step}`), size: sum(chosen, step), text: formatNumber(sum(chosen, step)) })),
              ]}
            />
          </>
        )}
      </Stack>
    </Card>
  );
}

function sum(channels: readonly FunnelChannel[], step: (typeof STEPS)[number]): number {
  return channels.reduce((total, each) => total + each[step], 0);
}
