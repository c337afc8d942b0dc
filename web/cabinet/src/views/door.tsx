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

/** The ways in that exist: a code by e-mail or text message, or the shop. */
export function DoorView({ door, error, onEnter }: Props) {
  const hasCodes = door !== null && (door.ways.email || door.ways.phone);
  return (
    <div class="door">
      <h1>{t('door.title')}</h1>
      {error === null ? null : <Failure error={error} />}
      {hasCodes && <CodeForm ways={door.ways} onEnter={onEnter} />}
      {door !== null && <p class="dim">{isFramed() ? t('door.waiting') : hasCodes ? t('door.orFromShop') : t('door.fromShop')}</p>}
      {door?.shopUrl == null ? null : (
        <a class="button plain" href={door.shopUrl} target="_top">
          {t('app.toShop')}
        </a>
      )}
    </div>
  );
}

function CodeForm({ ways, onEnter }: Pick<Props, 'onEnter'> & { readonly ways: Door['ways'] }) {
  const [isPhone, setPhone] = useState(!ways.email);
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState('');
  const [isSent, setSent] = useState(false);
  const [isSending, send] = useSend();
  const address = isPhone ? { phone: typed } : { email: typed };
  const request = async (event: Event) => {
    event.preventDefault();
    setSent(await send(() => ask('POST', 'codes', { ...address, locale: currentLocale() })));
  };
  const enter = async (event: Event) => {
    event.preventDefault();
    await send(() => onEnter('sessions/code', { ...address, code }));
  };
  if (!isSent) {
    return (
      <form onSubmit={(event) => void request(event)}>
        <Field label={t(isPhone ? 'door.phone' : 'door.email')} hint={t(isPhone ? 'door.byPhone' : 'door.byEmail')}>
          {isPhone ? (
            <input type="tel" autocomplete="tel" required value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
          ) : (
            <input type="email" autocomplete="email" required value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
          )}
        </Field>
        <button type="submit" disabled={isSending}>
          {t('door.sendCode')}
        </button>
        {ways.email && ways.phone && (
          <Plain
            onClick={() => {
              setPhone(!isPhone);
              setTyped('');
            }}
          >
            {t(isPhone ? 'door.toEmail' : 'door.toPhone')}
          </Plain>
        )}
      </form>
    );
  }
  return (
    <form onSubmit={(event) => void enter(event)}>
      <p role="status">{t(isPhone ? 'door.codeTexted' : 'door.codeSent')}</p>
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
      <Plain onClick={() => setSent(false)}>{t(isPhone ? 'door.otherPhone' : 'door.otherEmail')}</Plain>
    </form>
  );
}
