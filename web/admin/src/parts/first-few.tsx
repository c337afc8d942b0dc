import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

const FEW = 5;

/** A list on a page of many: the first five, the rest when asked for. */
export function FirstFew<T>({ items, children }: { readonly items: readonly T[]; readonly children: (item: T) => ReactNode }) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, FEW);
  return (
    <>
      {shown.map(children)}
      {items.length <= FEW ? null : (
        <Button variant="subtle" size="compact-sm" w="fit-content" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t('app.fewer') : t('app.all', { count: items.length })}
        </Button>
      )}
    </>
  );
}
