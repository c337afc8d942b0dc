import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { locale } from '../../i18n.ts';
import { formatUnit } from '../../money.ts';
import { BarChart } from '../../parts/bar-chart.tsx';
import type { Overview, OwedUnit } from './overview-api.ts';

/** What members may still spend, by unit, and by the month it ends in. */
export function Owed({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section">
      <Stack gap="sm">
        <Title order={3} size="h4">
          {t('home.owed')}
        </Title>
        <Text size="sm" c="dimmed">
          {t(overview.owed.length === 0 ? 'home.noOwed' : 'home.owedLead')}
        </Text>
        {overview.owed.map((owed) => (
          <OwedInUnit key={owed.unit} owed={owed} />
        ))}
      </Stack>
    </Card>
  );
}

function OwedInUnit({ owed }: { readonly owed: OwedUnit }) {
  const { t } = useTranslation();
  const { unit, unitName } = owed;
  const ends = [
    ...owed.months.map(({ month, amount }) => ({ name: monthText(month), amount })),
    { name: t('home.later'), amount: owed.later },
    { name: t('home.never'), amount: owed.never },
  ].filter(({ amount }) => amount !== '0');
  const figures = [
    ['available', owed.available],
    ['held', owed.held],
    ['debt', owed.debt],
  ] as const;
  return (
    <Stack gap="xs">
      <Group gap="xl">
        {figures.map(([name, amount]) =>
          amount === '0' && name !== 'available' ? null : (
            <div key={name}>
              <Text fw={700} size="lg">
                {formatUnit(unit, amount, unitName)}
              </Text>
              <Text size="sm" c="dimmed">
                {t(`home.${name}`)}
              </Text>
            </div>
          ),
        )}
      </Group>
      {ends.length === 0 ? null : (
        <>
          <Text fw={600} size="sm">
            {t('home.ends')}
          </Text>
          <BarChart
            label={t('home.ends')}
            columns={[t('home.month'), t('home.amount')]}
            // Only a length is drawn of it: what is read stays exact.
            bars={ends.map(({ name, amount }) => ({ name, size: Number(amount), text: formatUnit(unit, amount, unitName) }))}
          />
        </>
      )}
    </Stack>
  );
}

function monthText(month: string): string {
  return new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
}
