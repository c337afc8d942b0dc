import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExportButtons, type ExportedList } from '../../parts/export-buttons.tsx';
import { useRights } from '../../rights.ts';

const LISTS: readonly ExportedList[] = [
  'story',
  'entries',
  'rewards',
  'coupons',
  'referrals',
  'memberships',
  'accesses',
  'orders',
  'codes',
];

/** The lists of one person as files. */
export function TakeAlong({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { maySee } = useRights();
  if (!maySee('exports')) return null;
  return (
    <Card withBorder component="section">
      <Stack gap="xs">
        <Title order={3} size="h4">
          {t('files.takeAlong')}
        </Title>
        <Group gap="lg">
          {LISTS.map((list) => (
            <Group gap="xs" key={list}>
              <Text size="sm">{t(`files.lists.${list}`)}</Text>
              <ExportButtons list={list} query={{ customerId: id }} />
            </Group>
          ))}
        </Group>
      </Stack>
    </Card>
  );
}
