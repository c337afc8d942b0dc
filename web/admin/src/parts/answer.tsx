import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.tsx';

/** Loading, refused or there: every list and card of the console goes through these three. */
export function Answer<T>({ query, children }: { readonly query: UseQueryResult<T, Error>; readonly children: (data: T) => ReactNode }) {
  if (query.isPending)
    return (
      <Stack aria-busy="true">
        <Skeleton h={28} w="60%" />
        <Skeleton h={18} />
        <Skeleton h={18} w="80%" />
      </Stack>
    );
  if (query.error !== null) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  return <>{children(query.data)}</>;
}
