import { useState } from 'preact/hooks';
import { ask, type Door } from '../api.ts';
import { isFramed } from '../frame.ts';
import { Failure, Field, Plain, useSend } from '../parts.tsx';
import { currentLocale, t } from '../texts.ts';

interface Props {
  readonly door: Door | null;
  readonly error: unknown;
  readonly onEnter: (path: string, body: unknown) => Promise<void>;
}

/** The ways in that exist: a code by e-mail, or the shop. */
export function DoorView({ door, error, onEnter }: Props) {
  const hasCodes = door?.ways.email === true;
  return (
    <div class="door">
      <h1>{t('door.title')}</h1>
      {error === null ? null : <Failure error={error} />}
      {hasCodes && <CodeForm onEnter={onEnter} />}
      {door !== null && <p class="dim">{isFramed() ? t('door.waiting') : hasCodes ? t('door.orFromShop') : t('door.fromShop')}</p>}
      {door?.shopUrl == null ? null : (
        <a class="button plain" href={door.shopUrl} target="_top">
          {t('app.toShop')}
        </a>
      )}
    </div>
  );
}

function CodeForm({ onEnter }: Pick<Props, 'onEnter'>) {
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const [isSent, setSent] = useState(false);
  const [isSending, send] = useSend();
  const request = async (event: Event) => {
    event.preventDefault();
    setSent(await send(() => ask('POST', 'codes', { email, locale: currentLocale() })));
  };
  const enter = async (event: Event) => {
    event.preventDefault();
    await send(() => onEnter('sessions/code', { email, code }));
  };
  if (!isSent) {
    return (
      <form onSubmit={(event) => void request(event)}>
        <Field label={t('door.email')} hint={t('door.byEmail')}>
          <input type="email" autocomplete="email" required value={email} onInput={(event) => setEmail(event.currentTarget.value)} />
        </Field>
        <button type="submit" disabled={isSending}>
          {t('door.sendCode')}
        </button>
      </form>
    );
  }
  return (
    <form onSubmit={(event) => void enter(event)}>
      <p role="status">{t('door.codeSent')}</p>
      <Field label={t('door.code')}>
        <input
          class="digits"
          inputMode="numeric"
          autocomplete="one-time-code"
          pattern="\d{6}"
          maxLength={6}
          required
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      </Field>
      <button type="submit" disabled={isSending}>
        {t('door.enter')}
      </button>
      <Plain onClick={() => setSent(false)}>{t('door.otherEmail')}</Plain>
    </form>
  );
}
