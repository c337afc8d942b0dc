import { Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExportButtons, type ExportedList } from '../../parts/export-buttons.tsx';
import { useRights } from '../../rights.ts';

/** Whole lists; what is of one person, one address or one year stands on its own page. */
const LISTS: readonly ExportedList[] = [
  'customers',
  'memberships',
  'orders',
  'referrals',
  'rewards',
  'entries',
  'coupons',
  'accesses',
  'codes',
  'payouts',
  'friend-claims',
  'reviews',
  'low-stock',
  'programs',
  'events',
  'messages',
  'payloads',
  'uploads',
  'upload-sources',
  'connectors',
  'webhooks',
  'staff',
  'keys',
  'audit',
];
/** Which right it takes to see them, where not everybody who takes lists along has it. */
const SEEN_BY: Readonly<Partial<Record<ExportedList, string>>> = {
  payouts: 'payouts',
  connectors: 'connectors',
  webhooks: 'webhooks',
  staff: 'staff',
};
const CHANGED_BY: Readonly<Partial<Record<ExportedList, string>>> = { audit: 'staff', keys: 'settings', 'upload-sources': 'uploads' };

/** Every list as a file for a spreadsheet. */
export function Exports() {
  const { t } = useTranslation();
  const { maySee, mayChange } = useRights();
  const shown = LISTS.filter((list) => {
    const [seenBy, changedBy] = [SEEN_BY[list], CHANGED_BY[list]];
    return (seenBy === undefined || maySee(seenBy)) && (changedBy === undefined || mayChange(changedBy));
  });
  return (
    <Stack maw={900} gap="xs">
      <Text size="sm" c="dimmed">
        {t('settings.export.lead')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        {shown.map((list) => (
          <Card withBorder padding="sm" key={list}>
            <Group justify="space-between">
              <Text fw={600}>{t(`files.lists.${list}`)}</Text>
              <ExportButtons list={list} />
            </Group>
          </Card>
        ))}
        {maySee('payouts') ? <TaxYears /> : null}
      </SimpleGrid>
    </Stack>
  );
}

/** Who came near the threshold of gifts and cash this year. */
function TaxYears() {
  const { t } = useTranslation();
  const year = String(new Date().getFullYear());
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between">
        <Text fw={600}>{t('files.lists.tax-years', { year })}</Text>
        <ExportButtons list="tax-years" query={{ year }} />
      </Group>
    </Card>
  );
}
