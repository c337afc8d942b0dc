import { useState } from 'preact/hooks';
import { ask, download, type Home, type Introduction, keepToken, type Wishes } from '../api.ts';
import { isFramed } from '../frame.ts';
import { Card, Field, Plain, useSend, View } from '../parts.tsx';
import { currentLocale, day, say, t } from '../texts.ts';
import { useAnswer } from '../use-answer.ts';

interface Props {
  readonly home: Home;
  readonly onChange: () => void;
  readonly onLeave: () => void;
}

export function SettingsView({ home, onChange, onLeave }: Props) {
  const [, send] = useSend();
  const out = () => {
    keepToken(null, isFramed());
    location.hash = '';
    onLeave();
  };
  return (
    <View title={t('app.menu')}>
      <IntroductionCard />
      <WishesCard />
      <ProgramsCard home={home} onChange={onChange} />
      <SessionsCard />
      <Card title={t('settings.data')}>
        <Plain onClick={() => void send(() => download('export', 'sarafan.json'))}>{t('settings.export')}</Plain>
        <Sure
          label={t('settings.erase')}
          question={t('settings.eraseSure')}
          onSure={() => void send(() => ask('DELETE', 'me')).then((done) => done && out())}
        />
      </Card>
      <Plain onClick={() => void send(() => ask('DELETE', 'sessions/this')).then(out)}>{t('settings.signOut')}</Plain>
    </View>
  );
}

/** Asks once more, with what it will cost. */
function Sure({ label, question, onSure }: { readonly label: string; readonly question: string; readonly onSure: () => void }) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <button type="button" class="plain danger" onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    <div class="sure" role="alertdialog" aria-label={label}>
      <p>{question}</p>
      <button type="button" class="danger" onClick={onSure}>
        {label}
      </button>
      <Plain onClick={() => setAsking(false)}>{t('app.cancel')}</Plain>
    </div>
  );
}

const SHOWN_AS = ['none', 'initial', 'full'] as const;

/** How the page of the link names the member: with their consent to the very text that is shown. */
function IntroductionCard() {
  const [known, setKnown] = useAnswer<Introduction>('introduction');
  const [typed, setTyped] = useState<string | null>(null);
  const [isSending, send] = useSend();
  const locale = currentLocale();
  if (known === null) return null;
  const words = typed ?? known.words ?? '';
  const save = (change: Partial<Pick<Introduction, 'shownAs' | 'words'>>) => {
    const { shownAs } = { ...known, ...change };
    const body = {
      shownAs,
      words: words.trim() === '' ? null : words.trim().replaceAll(/\s+/g, ' '),
      locale,
      textHash: say(known.consent.textHash),
    };
    void send(() => ask<Introduction>('PUT', 'introduction', body).then(setKnown), t('app.saved'));
  };
  return (
    <Card title={t('settings.shown')}>
      <fieldset disabled={isSending}>
        <legend class="dim">{t('settings.preview', { name: say(known.preview) })}</legend>
        {SHOWN_AS.map((shownAs) => (
          <label class="check" key={shownAs}>
            <input type="radio" name="shown" checked={known.shownAs === shownAs} onChange={() => save({ shownAs })} />
            <span>{t(`settings.shownAs.${shownAs}`)}</span>
          </label>
        ))}
        <Field label={t('settings.words')}>
          <textarea rows={2} maxLength={280} value={words} onInput={(event) => setTyped(event.currentTarget.value)} />
        </Field>
        <p class="dim">{say(known.consent.text)}</p>
        <Plain onClick={() => save({})}>{t('app.save')}</Plain>
      </fieldset>
    </Card>
  );
}

function WishesCard() {
  const [wishes, setWishes] = useAnswer<Wishes>('wishes');
  const [isSending, send] = useSend();
  if (wishes === null) return null;
  const change = (body: unknown) => void send(() => ask<Wishes>('PATCH', 'wishes', body).then(setWishes), t('app.saved'));
  const hasAll = wishes.mail.find(({ kind }) => kind === 'all')?.wanted === true;
  return (
    <Card title={t('settings.letters')}>
      {wishes.mail.map(({ kind, name, wanted }) => (
        <label class={`check ${kind === 'all' ? '' : 'under'}`} key={kind}>
          <input
            type="checkbox"
            checked={wanted && (hasAll || kind === 'all')}
            disabled={isSending || (kind !== 'all' && !hasAll)}
            onChange={() => change({ mail: [{ kind, wanted: !wanted }] })}
          />
          <span>{say(name)}</span>
        </label>
      ))}
      <label class="check">
        <input
          type="checkbox"
          checked={wishes.noInvitations}
          disabled={isSending}
          onChange={() => change({ noInvitations: !wishes.noInvitations })}
        />
        <span>{t('settings.noInvitations')}</span>
      </label>
    </Card>
  );
}

function ProgramsCard({ home, onChange }: Pick<Props, 'home' | 'onChange'>) {
  const [isSending, send] = useSend();
  const mine = home.programs.filter(({ status }) => status === 'active');
  if (mine.length === 0) return null;
  const change = (id: string, status: string) =>
    void send(() => ask('PATCH', `programs/${id}`, { status })).then((done) => done && onChange());
  return (
    <Card title={t('settings.programs')}>
      {mine.map(({ id, name }) => (
        <div class="act" key={id}>
          <b>{say(name)}</b>
          <Plain disabled={isSending} onClick={() => change(id, 'paused')}>
            {t('settings.pause')}
          </Plain>
          <Sure label={t('settings.leave')} question={t('settings.leaveSure')} onSure={() => change(id, 'left')} />
        </div>
      ))}
    </Card>
  );
}

interface ShownSession {
  readonly id: string;
  readonly lastSeenAt: string;
  readonly agent: string;
  readonly isThis: boolean;
}

function SessionsCard() {
  const [sessions, , load] = useAnswer<{ readonly items: readonly ShownSession[] }>('sessions');
  const [isSending, send] = useSend();
  return (
    <Card title={t('settings.sessions')}>
      <ul class="rows">
        {sessions?.items.map(({ id, lastSeenAt, agent, isThis }) => (
          <li key={id}>
            <span>
              {browserOf(agent)}
              <small>{isThis ? t('settings.thisSession') : day(lastSeenAt)}</small>
            </span>
            {isThis ? null : (
              <Plain disabled={isSending} onClick={() => void send(() => ask('DELETE', `sessions/${id}`)).then(load)}>
                {t('settings.endSession')}
              </Plain>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const BROWSERS = ['YaBrowser', 'Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'] as const;
const SYSTEMS = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac', 'Linux'] as const;

/** Enough to tell one's own devices apart. */
function browserOf(agent: string): string {
  const browser = BROWSERS.find((name) => agent.includes(name)) ?? agent.slice(0, 30);
  const system = SYSTEMS.find((name) => agent.includes(name));
  return system === undefined ? browser : `${browser}, ${system}`;
}
