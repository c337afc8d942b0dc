import { useState } from 'preact/hooks';
import { ask, type Friend } from '../api.ts';
import { PagedView } from '../paged-view.tsx';
import { Field, Plain, Sheet, useSend } from '../parts.tsx';
import { say, t } from '../texts.ts';

/** Initials or the member's own label, a state, a coarse reason: what the API gives, and nothing else is known. */
export function FriendList({ friends, onChange }: { readonly friends: readonly Friend[]; readonly onChange: () => void }) {
  const [renamed, setRenamed] = useState<Friend | null>(null);
  return (
    <ul class="friends">
      {friends.map((friend) => {
        const { id, label, initials, state, text, whyNotYet } = friend;
        const name = label ?? initials ?? t('home.friend');
        return (
          <li key={id}>
            <i class={`face ${state}`} aria-hidden="true">
              {[...name].slice(0, 1).join('').toUpperCase()}
            </i>
            <div>
              <button type="button" class="name" aria-label={`${name}: ${t('friends.rename')}`} onClick={() => setRenamed(friend)}>
                {name}
              </button>
              <span class={`chip ${whyNotYet === null ? state : ''}`}>{say(text)}</span>
              {whyNotYet === null ? null : <p class="dim">{say(whyNotYet)}</p>}
              {renamed?.id === id && <LabelSheet friend={friend} onClose={() => setRenamed(null)} onChange={onChange} />}
            </div>
          </li>
        );
      })}
    </ul>
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
          <Plain disabled={isSending} onClick={() => void save(null)}>
            {t('friends.clear')}
          </Plain>
        )}
      </form>
    </Sheet>
  );
}

export function FriendsView({ onChange }: { readonly onChange: () => void }) {
  return (
    <PagedView<Friend> title={t('home.friends')} path="friends">
      {(friends, reload) => (
        <div class="card">
          <FriendList
            friends={friends}
            onChange={() => {
              reload();
              onChange();
            }}
          />
        </div>
      )}
    </PagedView>
  );
}
