import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-alert.tsx';

/** A question to the API, of one answer or of pages that add up. */
interface Asked<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => Promise<unknown>;
}

/**
 * Loading, refused or there: every list and card of the console goes through these three. What was there already stays under the news that
 * it could not be asked again.
 */
export function Answer<T>({ query, children }: { readonly query: Asked<T>; readonly children: (data: T) => ReactNode }) {
  const { data, error } = query;
  const refused = error === null ? null : <ProblemAlert error={error} onRetry={() => void query.refetch()} />;
  if (data !== undefined)
    return (
      <>
        {refused}
        {children(data)}
      </>
    );
  return refused ?? <Loading />;
}

function Loading() {
  const { t } = useTranslation();
  return (
    <Stack aria-busy="true" role="status">
      <VisuallyHidden>{t('app.loading')}</VisuallyHidden>
      <Skeleton h={28} w="60%" />
      <Skeleton h={18} />
      <Skeleton h={18} w="80%" />
    </Stack>
  );
}
