import { useState } from 'preact/hooks';
import { ask, type Claim } from '../api.ts';
import { Field, useSend, View } from '../parts.tsx';
import { day, t } from '../texts.ts';
import { useAnswer } from '../use-answer.ts';

/** "My friend is not counted": staff look into it and answer here. */
export function ClaimView({ onChange }: { readonly onChange: () => void }) {
  const [claims, , load] = useAnswer<{ readonly items: readonly Claim[] }>('claims');
  const [friend, setFriend] = useState('');
  const [note, setNote] = useState('');
  const [isSending, send] = useSend();
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
      {!claims?.items.length ? null : (
        <>
          <h2>{t('claim.mine')}</h2>
          <ul class="card rows">
            {claims.items.map(({ id, friend: who, status, createdAt, answer }) => (
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
