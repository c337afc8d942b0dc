import type { Entry } from '../api.ts';
import { Failure, Skeleton, View } from '../parts.tsx';
import { day, money, say, t } from '../texts.ts';
import { usePages } from './friends.tsx';

const SIGNS = { in: '+', out: '−', held: '', heldEnd: '−' } as const;

/** Every movement with its cause, newest first. */
export function HistoryView({ timeZone }: { readonly timeZone: string }) {
  const { items, error, hasMore, load, reload } = usePages<Entry>('history');
  if (error !== null) return <Failure error={error} onRetry={reload} />;
  return (
    <View title={t('history.title')}>
      {items === null ? <Skeleton /> : null}
      {items?.length === 0 ? <p class="card dim">{t('history.empty')}</p> : null}
      {items !== null && items.length > 0 && (
        <ul class="card rows history">
          {items.map(({ id, at, unit, unitName, amount, direction, text, orderId }) => (
            <li key={id}>
              <span>
                {say(text)}
                <small>
                  <time dateTime={at}>{day(at, timeZone)}</time>
                  {orderId === null ? '' : ` · ${t('history.order', { id: orderId })}`}
                </small>
              </span>
              <b class={direction}>
                {SIGNS[direction]}
                {money(amount, unit, unitName)}
              </b>
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <button type="button" class="plain" onClick={load}>
          {t('app.more')}
        </button>
      )}
    </View>
  );
}
