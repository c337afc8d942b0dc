import { Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExportButtons } from '../../parts/export-buttons.tsx';
import { useRights } from '../../rights.ts';

const LISTS = ['customers', 'orders', 'referrals', 'rewards', 'entries', 'codes', 'payouts', 'audit'] as const;

/** Every list as a file for a spreadsheet. */
export function Exports() {
  const { t } = useTranslation();
  const { maySee, mayChange } = useRights();
  const shown = LISTS.filter((list) => (list === 'payouts' ? maySee('payouts') : list !== 'audit' || mayChange('staff')));
  return (
    <Stack maw={560} gap="xs">
      <Text size="sm" c="dimmed">
        {t('settings.export.lead')}
      </Text>
      {shown.map((list) => (
        <Card withBorder padding="sm" key={list}>
          <Group justify="space-between">
            <Text fw={600}>{t(`settings.export.${list}`)}</Text>
            <ExportButtons list={list} />
          </Group>
        </Card>
      ))}
    </Stack>
  );
}
