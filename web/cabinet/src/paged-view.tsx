import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask, type Page } from './api.ts';
import { Failure, Plain, Skeleton, View } from './parts.tsx';
import { t } from './texts.ts';

interface Props<T> {
  readonly title: string;
  readonly path: string;
  readonly children: (items: readonly T[], reload: () => void) => ComponentChildren;
}

/** A view of a list that comes in pages. */
export function PagedView<T>({ title, path, children }: Props<T>) {
  const [items, setItems] = useState<readonly T[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const turnPage = useCallback(
    (from: string | null, before: readonly T[]) =>
      void ask<Page<T>>('GET', from === null ? path : `${path}?cursor=${encodeURIComponent(from)}`).then((page) => {
        setItems([...before, ...page.items]);
        setCursor(page.nextCursor);
      }, setError),
    [path],
  );
  const reload = useCallback(() => {
    setError(null);
    turnPage(null, []);
  }, [turnPage]);
  useEffect(reload, [reload]);
  if (error !== null) return <Failure error={error} onRetry={reload} />;
  return (
    <View title={title}>
      {items === null ? <Skeleton /> : children(items, reload)}
      {cursor !== null && <Plain onClick={() => turnPage(cursor, items ?? [])}>{t('app.more')}</Plain>}
    </View>
  );
}
