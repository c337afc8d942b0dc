import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRights } from '../rights.ts';

export type ExportedList =
  | 'accesses'
  | 'audit'
  | 'codes'
  | 'connectors'
  | 'coupons'
  | 'customers'
  | 'deliveries'
  | 'entitled'
  | 'entries'
  | 'events'
  | 'friend-claims'
  | 'keys'
  | 'low-stock'
  | 'memberships'
  | 'messages'
  | 'orders'
  | 'payloads'
  | 'payouts'
  | 'programs'
  | 'referrals'
  | 'reviews'
  | 'rewards'
  | 'staff'
  | 'story'
  | 'tax-years'
  | 'upload-sources'
  | 'uploads'
  | 'webhooks';

interface ExportButtonsProps {
  readonly list: ExportedList;
  /** The filters the list is shown with. */
  readonly query?: Readonly<Record<string, string>>;
}

/** Takes the list along as it is shown, for a spreadsheet. */
export function ExportButtons({ list, query = {} }: ExportButtonsProps) {
  const { t } = useTranslation();
  const { maySee } = useRights();
  if (!maySee('exports')) return null;
  const words = new URLSearchParams(query).toString();
  return (
    <Group gap="xs">
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          component="a"
          href={`/v1/exports/${list}.${format}${words === '' ? '' : `?${words}`}`}
          download
          variant="light"
          size="compact-sm"
          aria-label={t('files.export', {
            list: t(`files.lists.${list}`, query),
            format: t(format === 'csv' ? 'files.exportCsv' : 'files.exportXlsx'),
          })}
        >
          {t(format === 'csv' ? 'files.exportCsv' : 'files.exportXlsx')}
        </Button>
      ))}
    </Group>
  );
}
