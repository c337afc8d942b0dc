import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ask, type Door, type Home, type Program } from '../api.ts';
import { isFramed } from '../frame.ts';
import { Card, copy, Icon, useSend } from '../parts.tsx';
import { ShareSheet } from '../share-sheet.tsx';
import { day, money, say, t } from '../texts.ts';
import { FriendList } from './friends.tsx';
import { SpendCard } from './spend.tsx';
import { TierCard } from './tier.tsx';

interface Props {
  readonly home: Home;
  readonly door: Door | null;
  readonly onChange: () => void;
}

/** Three things first: who came, what I have, how I spend it (1-13). */
export function HomeView({ home, onChange }: Props) {
  const [isSharing, setSharing] = useState(false);
  const inviting = home.programs.find(({ share }) => share !== null);
  const invite = inviting === undefined ? null : () => setSharing(true);
  const [first] = home.programs;
  const sheet = isSharing && inviting?.share != null && home.code !== null && (
    <ShareSheet share={inviting.share} qr={home.code.qr} onClose={() => setSharing(false)} />
  );
  return (
    <div class={`home ${invite === null || isFramed() ? '' : 'with-bar'}`}>
      <Greeting home={home} program={first} />
      <Answers home={home} />
      {home.programs.map((program) => (
        <Standing key={program.id} program={program} onChange={onChange} />
      ))}
      <div class="grid">
        <FriendsCard home={home} onChange={onChange} onInvite={invite}>
          {isFramed() && sheet}
        </FriendsCard>
        <BalanceCard home={home} />
        <SpendCard home={home} onChange={onChange} />
        {home.programs.map((program) => (
          <TierCard key={program.id} program={program} />
        ))}
        {home.code === null ? null : <LinkCard code={home.code} />}
        {first === undefined ? null : <HowCard program={first} />}
      </div>
      {invite === null || isFramed() ? null : (
        <div class="bar">
          <button type="button" onClick={invite}>
            {t('home.invite')}
          </button>
        </div>
      )}
      {!isFramed() && sheet}
    </div>
  );
}

/** On a phone the three answers are seen before anything is scrolled; each leads to its card. */
function Answers({ home }: { readonly home: Home }) {
  const { total } = home.friends;
  const sums = home.balances.filter(({ available }) => available !== '0').map(({ available, unit, name }) => money(available, unit, name));
  const [spend] = home.programs.flatMap((program) => program.spend);
  const rows = [
    ['friends', t('home.friends'), total === 0 ? t('home.noFriends') : t('home.friendCount', { n: total })],
    ['have', t('home.have'), sums.length === 0 ? t('home.nothingYet') : sums.join(', ')],
    ['spend', t('home.spend'), spend === undefined ? t('home.spendLater') : say(spend)],
  ] as const;
  return (
    <nav class="card rows answers" aria-label={t('home.answers')}>
      {rows.map(([id, title, said]) => (
        <a key={id} href={`#${id}`}>
          <span>{title}</span> <b>{said}</b>
        </a>
      ))}
    </nav>
  );
}

function Greeting({ home, program }: { readonly home: Home; readonly program: Program | undefined }) {
  const tier = program?.tier ?? null;
  const name = home.name?.split(' ')[0] ?? null;
  return (
    <div class="greeting">
      <h1>{name === null ? t('home.helloNobody') : t('home.hello', { name })}</h1>
      {tier?.name == null ? null : (
        <p>
          <b class="chip strong">{say(tier.badge ?? tier.name)}</b> {tier.greeting === null ? '' : say(tier.greeting)}
        </p>
      )}
    </div>
  );
}

/** What stands between the member and the programme. */
function Standing({ program, onChange }: { readonly program: Program; readonly onChange: () => void }) {
  const [isSending, send] = useSend();
  const act = (work: () => Promise<unknown>) => () => void send(work).then((done) => done && onChange());
  const { id, status, terms } = program;
  if (status === 'active') {
    if (terms?.mustAccept !== true) return null;
    return (
      <a class="card notice" href={`#/terms/${id}`}>
        <b>{t('home.termsChanged')}</b> {t('home.seeTerms')}
      </a>
    );
  }
  return (
    <div class="card notice">
      <p>
        <b>{say(program.name)}.</b> {status === 'none' || status === 'invited' ? say(program.offer) : t(`home.${status}`)}
      </p>
      <Missing gaps={program.toJoin} />
      {program.canJoin && (
        <button type="button" disabled={isSending} onClick={act(() => ask('POST', `programs/${id}/join`))}>
          {t('home.join')}
        </button>
      )}
      {status === 'paused' && (
        <button type="button" disabled={isSending} onClick={act(() => ask('PATCH', `programs/${id}`, { status: 'active' }))}>
          {t('home.resume')}
        </button>
      )}
    </div>
  );
}

/** What is still to do to take part; what will not change is no task. */
function Missing({ gaps }: { readonly gaps: Program['toJoin'] }) {
  const [first] = gaps;
  if (first === undefined) return null;
  if (first.isForGood)
    return (
      <p>
        {t('home.cannotJoin')} {gaps.map(({ text }) => say(text)).join(' ')}
      </p>
    );
  return (
    <>
      <p>{t('home.toJoin')}</p>
      <ul>
        {gaps.map(({ text }) => (
          <li key={text.en}>{say(text)}</li>
        ))}
      </ul>
    </>
  );
}

/** Whoever wants to see more than the newest has a page of all. */
const SHOWN_FRIENDS = 2;

interface FriendsProps extends Pick<Props, 'home' | 'onChange'> {
  readonly onInvite: (() => void) | null;
  readonly children: ComponentChildren;
}

function FriendsCard({ home, onChange, onInvite, children }: FriendsProps) {
  const { total, counted, items } = home.friends;
  return (
    <Card id="friends" title={t('home.friends')} action={counted > 0 && <span class="chip">{t('home.counted', { n: counted })}</span>}>
      {total === 0 ? (
        <div class="empty">
          <b class="big">{t('home.noFriends')}</b>
          <p>{t('home.noFriendsHint')}</p>
        </div>
      ) : (
        <>
          <b class="big">{t('home.friendCount', { n: total })}</b>
          <FriendList friends={items.slice(0, SHOWN_FRIENDS)} onChange={onChange} />
        </>
      )}
      {home.programs.map(({ id, rewardsLeft }) => rewardsLeft !== null && <p key={id}>{say(rewardsLeft)}</p>)}
      {onInvite === null ? null : (
        <button type="button" class="in-card" onClick={onInvite}>
          {t('home.invite')}
        </button>
      )}
      {children}
      <p class="links">
        {total > SHOWN_FRIENDS && <a href="#/friends">{t('home.allFriends')}</a>}
        <a href="#/claim">{home.claims > 0 ? t('home.claims', { n: home.claims }) : t('home.notCounted')}</a>
      </p>
    </Card>
  );
}

function BalanceCard({ home }: { readonly home: Home }) {
  const { balances, held, shop } = home;
  const isEmpty = balances.every(({ available, held: waiting, debt }) => available === '0' && waiting === '0' && debt === '0');
  return (
    <Card id="have" title={t('home.have')} action={!isEmpty && <a href="#/history">{t('home.history')}</a>}>
      {isEmpty && held.length === 0 ? (
        <div class="empty">
          <b class="big">{t('home.nothingYet')}</b>
          <p>{t('home.nothingYetHint')}</p>
        </div>
      ) : (
        balances.map(({ unit, name, available, debt, expiring }) => (
          <div key={unit}>
            <p class="sum">
              <b class="big">{money(available, unit, name)}</b> <span class="dim">{t('home.available')}</span>
            </p>
            {expiring.slice(0, 2).map(({ amount, at }) => (
              <p class="warn" key={at + amount}>
                {t('home.expiring', { amount: money(amount, unit, name), date: day(at, shop.timeZone) })}
              </p>
            ))}
            {debt === '0' ? null : <p class="warn">{t('home.debt', { amount: money(debt, unit, name) })}</p>}
          </div>
        ))
      )}
      {held.length === 0 ? null : (
        <>
          <h3>{t('home.held')}</h3>
          <ul class="rows">
            {held.map(({ id, unit, unitName, amount, name, until, why }) => (
              <li key={id}>
                <b>{unit !== null && amount !== null ? money(amount, unit, unitName) : name === null ? '' : say(name)}</b>
                <span class="dim">
                  {until === null ? '' : `${t('home.heldUntil', { date: day(until, shop.timeZone) })}. `}
                  {say(why)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {home.programs.some(({ isPartner }) => isPartner) && (
        <p class="links">
          <a href="#/payouts">{t('home.payouts')}</a>
        </p>
      )}
    </Card>
  );
}

function LinkCard({ code }: { readonly code: NonNullable<Home['code']> }) {
  const copied = (text: string) => () => void copy(text, t('app.copied'));
  return (
    <Card title={t('home.link')}>
      <div class="link">
        <img class="qr" src={`data:image/svg+xml,${encodeURIComponent(code.qr)}`} alt={t('home.qr')} />
        <div>
          <button type="button" class="code" onClick={copied(code.code)}>
            {code.code}
            <Icon name="copy" />
          </button>
          <button type="button" class="code address" onClick={copied(code.link)}>
            {decodeURI(code.link.replace(/^https?:\/\//, ''))}
            <Icon name="copy" />
          </button>
        </div>
      </div>
    </Card>
  );
}

function HowCard({ program }: { readonly program: Program }) {
  return (
    <Card title={t('home.how')}>
      <ol class="steps">
        {program.steps.map(({ title, text }) => (
          <li key={title.en}>
            <b>{say(title)}</b>
            <span>{say(text)}</span>
          </li>
        ))}
      </ol>
      <p class="links">
        <a href={`#/terms/${program.id}`}>{t('home.terms')}</a>
      </p>
    </Card>
  );
}
