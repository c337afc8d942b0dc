import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { locale } from '../../i18n.ts';
import type { Bulk } from './use-bulk.ts';

/** How far many have come, and what each row that failed says. Always there, so that what is new in it is read out. */
export function BulkState<Row>({ bulk, nameOf }: { readonly bulk: Bulk<Row>; readonly nameOf: (row: Row) => string }) {
  const { t } = useTranslation();
  const { all, done, failed, isRunning, stop } = bulk;
  return (
    <Stack gap="xs" role="status">
      {isRunning && all > 1 ? (
        <>
          <Progress value={(done / all) * 100} aria-label={t('queues.progress', { done, all })} />
          <Group>
            <Text size="sm">
              {t('queues.progress', { done, all })} {t('queues.mayLeave')}
            </Text>
            <Button variant="default" size="compact-sm" onClick={stop}>
              {t('queues.stop')}
            </Button>
          </Group>
        </>
      ) : null}
      {!isRunning && done - failed.length > 0 ? <Text size="sm">{t('queues.done', { count: done - failed.length })}</Text> : null}
      {!isRunning && done < all ? <Text size="sm">{t('queues.stopped', { count: all - done })}</Text> : null}
      {failed.length === 0 ? null : (
        <Alert
          color="red"
          title={t('queues.failed', { count: failed.length })}
          role="alert"
          styles={{ label: { color: 'var(--mantine-color-text)' } }}
        >
          {failed.map(({ row, text }, index) => (
            // Rows of one person may fail alike.
            // biome-ignore lint/suspicious/noArrayIndexKey: nothing here is moved.
            <Text size="sm" key={index}>
              {nameOf(row)}: {text[locale()]}
            </Text>
          ))}
        </Alert>
      )}
    </Stack>
  );
}
