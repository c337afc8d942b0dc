import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask, type Friend, type Page } from '../api.ts';
import { Failure, Field, Sheet, Skeleton, useSend, View } from '../parts.tsx';
import { say, t } from '../texts.ts';

/** Initials or the member's own label, a state, a coarse reason: what the API gives, and nothing else is known. */
export function FriendList({ friends, onChange }: { readonly friends: readonly Friend[]; readonly onChange: () => void }) {
  const [renamed, setRenamed] = useState<Friend | null>(null);
  return (
    <>
      <ul class="friends">
        {friends.map((friend) => {
          const { id, label, initials, state, text, whyNotYet } = friend;
          const name = label ?? initials ?? t('home.friend');
          return (
            <li key={id}>
              <button
                type="button"
                class={`face ${state}`}
                aria-label={`${t('friends.rename')}: ${name}`}
                onClick={() => setRenamed(friend)}
              >
                {[...name].slice(0, 1).join('').toUpperCase()}
              </button>
              <div>
                <b>{name}</b> <span class={`chip ${state}`}>{say(text)}</span>
                {whyNotYet === null ? null : <p class="dim">{say(whyNotYet)}</p>}
              </div>
            </li>
          );
        })}
      </ul>
      {renamed === null ? null : <LabelSheet friend={renamed} onClose={() => setRenamed(null)} onChange={onChange} />}
    </>
  );
}

interface LabelProps {
  readonly friend: Friend;
  readonly onClose: () => void;
  readonly onChange: () => void;
}

function LabelSheet({ friend, onClose, onChange }: LabelProps) {
  const [label, setLabel] = useState(friend.label ?? '');
  const [isSending, send] = useSend();
  const save = async (wanted: string | null) => {
    if (!(await send(() => ask('PUT', `friends/${friend.id}/label`, { label: wanted }), t('app.saved')))) return;
    onClose();
    onChange();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void save(label.trim() === '' ? null : label.trim());
  };
  return (
    <Sheet title={friend.label ?? friend.initials ?? t('home.friend')} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={t('friends.label')}>
          <input maxLength={60} value={label} onInput={(event) => setLabel(event.currentTarget.value)} />
        </Field>
        <button type="submit" disabled={isSending}>
          {t('app.save')}
        </button>
        {friend.label === null ? null : (
          <button type="button" class="plain" disabled={isSending} onClick={() => void save(null)}>
            {t('friends.clear')}
          </button>
        )}
      </form>
    </Sheet>
  );
}

export function FriendsView({ onChange }: { readonly onChange: () => void }) {
  const { items, error, hasMore, load, reload } = usePages<Friend>('friends');
  if (error !== null) return <Failure error={error} onRetry={reload} />;
  return (
    <View title={t('home.friends')}>
      {items === null ? (
        <Skeleton />
      ) : (
        <div class="card">
          <FriendList
            friends={items}
            onChange={() => {
              reload();
              onChange();
            }}
          />
        </div>
      )}
      {hasMore && (
        <button type="button" class="plain" onClick={load}>
          {t('app.more')}
        </button>
      )}
    </View>
  );
}

/** A list that comes in pages. */
export function usePages<T>(path: string) {
  const [items, setItems] = useState<readonly T[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const turnPage = useCallback(
    (from: string | null, before: readonly T[]) =>
      ask<Page<T>>('GET', from === null ? path : `${path}?cursor=${encodeURIComponent(from)}`).then((page) => {
        setItems([...before, ...page.items]);
        setCursor(page.nextCursor);
      }, setError),
    [path],
  );
  const reload = useCallback(() => {
    setError(null);
    void turnPage(null, []);
  }, [turnPage]);
  useEffect(reload, [reload]);
  return { items, error, hasMore: cursor !== null, reload, load: () => void turnPage(cursor, items ?? []) };
}
