import { Button, Group, Stack, Text } from '@mantine/core';
import { keepPreviousData, type QueryKey, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../api.ts';
import { Answer } from './answer.tsx';
import { queryOf } from './url-state.ts';

export interface Keyset<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

interface Asked {
  readonly key: QueryKey;
  readonly path: string;
  readonly filter?: Readonly<Record<string, string | undefined>>;
  readonly cursor: string | undefined;
  readonly limit?: number;
}

const PAGE_ROWS = 50;

/** One page of a list of the API; the page before stays while the next one comes. */
export function useKeyset<T>({ key, path, filter = {}, cursor, limit = PAGE_ROWS }: Asked) {
  return useQuery<Keyset<T>, ApiError>({
    queryKey: [...key, filter, cursor ?? '', limit],
    queryFn: () => ask<Keyset<T>>('GET', `${path}${queryOf({ ...filter, limit, cursor })}`),
    placeholderData: keepPreviousData,
  });
}

interface KeysetListProps<T> {
  readonly query: ReturnType<typeof useKeyset<T>>;
  readonly cursor: string | undefined;
  readonly onCursor: (cursor: string | undefined) => void;
  readonly empty: ReactNode;
  readonly children: (items: readonly T[]) => ReactNode;
}

/** A list in pages: what it shows while it loads, when nothing is there, when it was refused, and the way on. */
export function KeysetList<T>({ query, cursor, onCursor, empty, children }: KeysetListProps<T>) {
  return (
    <Answer query={query}>
      {({ items, nextCursor }) => (
        <Stack aria-busy={query.isPlaceholderData}>
          {items.length === 0 ? typeof empty === 'string' ? <Text>{empty}</Text> : empty : children(items)}
          <Pager cursor={cursor} nextCursor={nextCursor} onCursor={onCursor} />
        </Stack>
      )}
    </Answer>
  );
}

interface PagerProps {
  readonly cursor: string | undefined;
  readonly nextCursor: string | null;
  readonly onCursor: (cursor: string | undefined) => void;
}

function Pager({ cursor, nextCursor, onCursor }: PagerProps) {
  const { t } = useTranslation();
  if (cursor === undefined && nextCursor === null) return null;
  return (
    <Group component="nav" aria-label={t('list.region')} justify="space-between">
      <Button variant="default" disabled={cursor === undefined} onClick={() => onCursor(undefined)}>
        {t('list.start')}
      </Button>
      <Button variant="default" disabled={nextCursor === null} onClick={() => onCursor(nextCursor ?? undefined)}>
        {t('list.next')}
      </Button>
    </Group>
  );
}
