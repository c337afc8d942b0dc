import type { Entry } from '../api.ts';
import { PagedView } from '../paged-view.tsx';
import { day, money, say, t } from '../texts.ts';

const SIGNS = { in: '+', out: '−', held: '', heldEnd: '−', none: '' } as const;

/** Every movement with its cause, newest first. */
export function HistoryView({ timeZone }: { readonly timeZone: string }) {
  return (
    <PagedView<Entry> title={t('history.title')} path="history">
      {(entries) =>
        entries.length === 0 ? (
          <p class="card dim">{t('history.empty')}</p>
        ) : (
          <ul class="card rows history">
            {entries.map(({ id, at, unit, unitName, amount, direction, text, orderId }) => (
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
        )
      }
    </PagedView>
  );
}
