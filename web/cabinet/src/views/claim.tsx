import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask, type Claim } from '../api.ts';
import { Field, toastError, useSend, View } from '../parts.tsx';
import { day, t } from '../texts.ts';

/** "My friend is not counted": staff look into it and answer here. */
export function ClaimView({ onChange }: { readonly onChange: () => void }) {
  const [claims, setClaims] = useState<readonly Claim[]>([]);
  const [friend, setFriend] = useState('');
  const [note, setNote] = useState('');
  const [isSending, send] = useSend();
  const load = useCallback(() => {
    ask<{ readonly items: readonly Claim[] }>('GET', 'claims').then(({ items }) => setClaims(items), toastError);
  }, []);
  useEffect(load, [load]);
  const submit = async (event: Event) => {
    event.preventDefault();
    const body = { friend: friend.trim(), ...(note.trim() === '' ? {} : { note: note.trim().replaceAll(/\s+/g, ' ') }) };
    if (!(await send(() => ask('POST', 'claims', body), t('claim.sent')))) return;
    setFriend('');
    setNote('');
    load();
    onChange();
  };
  return (
    <View title={t('home.notCounted')}>
      <p>{t('claim.lead')}</p>
      <form class="card" onSubmit={(event) => void submit(event)}>
        <Field label={t('claim.friend')} hint={t('claim.friendHint')}>
          <input required maxLength={200} value={friend} onInput={(event) => setFriend(event.currentTarget.value)} />
        </Field>
        <Field label={t('claim.note')} hint={t('claim.noteHint')}>
          <textarea rows={3} maxLength={1000} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
        </Field>
        <button type="submit" disabled={isSending}>
          {t('claim.send')}
        </button>
      </form>
      {claims.length === 0 ? null : (
        <>
          <h2>{t('claim.mine')}</h2>
          <ul class="card rows">
            {claims.map(({ id, friend: who, status, createdAt, answer }) => (
              <li key={id}>
                <span>
                  <b>{who}</b> <span class={`chip ${status}`}>{t(`claim.${status}`)}</span>
                  <small>{day(createdAt)}</small>
                  {answer === null ? null : <p class="answer">{answer}</p>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </View>
  );
}
