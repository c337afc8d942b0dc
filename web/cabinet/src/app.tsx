import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask, type Door as DoorAnswer, type Home, keepToken, recallToken, whenOver } from './api.ts';
import { isFramed, listenForTokens, tellHeight, tellParent } from './frame.ts';
import { Failure, Icon, Skeleton, Toast } from './parts.tsx';
import { askHome, openSession, openShown } from './session.ts';
import { currentLocale, keepLocale, loadTexts, t } from './texts.ts';
import { ClaimView } from './views/claim.tsx';
import { DoorView } from './views/door.tsx';
import { FriendsView } from './views/friends.tsx';
import { HistoryView } from './views/history.tsx';
import { HomeView } from './views/home.tsx';
import { PayoutsView } from './views/payouts.tsx';
import { SettingsView } from './views/settings.tsx';
import { TermsView } from './views/terms.tsx';

type Stage = 'opening' | 'door' | 'in';

/** Which view is open: the part of the address after `#/`. */
function viewOf(): string {
  return location.hash.startsWith('#/') ? location.hash.slice(2) : '';
}

/** `opening` is the session that began before the page was drawn. */
export function App({ opening }: { readonly opening: Promise<void> | null }) {
  const [stage, setStage] = useState<Stage>('opening');
  const [door, setDoor] = useState<DoorAnswer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [, setLocale] = useState(currentLocale());
  const enter = useCallback(async (path: string, body: unknown) => {
    await openSession(path, body);
    setError(null);
    setStage('in');
  }, []);
  useEffect(() => {
    whenOver(() => {
      keepToken(null, isFramed());
      tellParent({ type: 'sarafan:need-token' });
      setStage(isFramed() ? 'opening' : 'door');
    });
    listenForTokens((token) => {
      if (token === null) setStage((now) => (now === 'opening' ? 'door' : now));
      else void enter('sessions', { token }).catch(setError);
    });
    if (isFramed()) tellHeight();
    ask<DoorAnswer>('GET', 'door').then(setDoor, setError);
    tellParent({ type: 'sarafan:ready' });
    const follow = (session: Promise<void>) => {
      setStage('opening');
      session
        .then(() => {
          setError(null);
          setStage('in');
        })
        .catch((refused: unknown) => {
          setError(refused);
          setStage('door');
        });
    };
    // The shop may open the cabinet in the window it is open in already: then only the hash changes.
    const takeShown = () => {
      const session = openShown();
      if (session !== null) follow(session);
    };
    window.addEventListener('hashchange', takeShown);
    if (opening !== null) follow(opening);
    else if (!isFramed()) setStage(recallToken() ? 'in' : 'door');
  }, [enter, opening]);
  const turn = async () => {
    const next = currentLocale() === 'ru' ? 'en' : 'ru';
    keepLocale(next);
    await loadTexts(next);
    document.title = t('app.title');
    setLocale(next);
  };
  return (
    <>
      <a class="skip" href="#main">
        {t('app.skip')}
      </a>
      <Header door={door} isIn={stage === 'in'} onTurn={() => void turn()} />
      <main id="main" tabIndex={-1}>
        {stage === 'opening' && (error === null ? <Skeleton /> : <Failure error={error} />)}
        {stage === 'door' && <DoorView door={door} error={error} onEnter={enter} />}
        {stage === 'in' && <Inside door={door} onLeave={() => setStage('door')} />}
      </main>
      <Toast />
    </>
  );
}

function Header({ door, isIn, onTurn }: { readonly door: DoorAnswer | null; readonly isIn: boolean; readonly onTurn: () => void }) {
  return (
    <header class="top">
      <a class="brand" href="#/">
        {door?.logo == null ? null : <img src={door.logo} alt="" />}
        <span>{door?.name ?? ''}</span>
      </a>
      <button type="button" class="quiet small" aria-label={t('app.language')} onClick={onTurn}>
        {t('app.languageShort')}
      </button>
      {isIn && (
        <a class="quiet small" href="#/settings" aria-label={t('app.menu')}>
          <Icon name="gear" />
        </a>
      )}
    </header>
  );
}

function Inside({ door, onLeave }: { readonly door: DoorAnswer | null; readonly onLeave: () => void }) {
  const [home, setHome] = useState<Home | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [view, setView] = useState(viewOf());
  const load = useCallback(() => {
    setError(null);
    askHome().then(setHome, setError);
  }, []);
  useEffect(load, [load]);
  useEffect(() => {
    const follow = () => {
      // A leap inside a page is the browser's own.
      if (/^#[^/]/.test(location.hash)) return;
      setView(viewOf());
      window.scrollTo(0, 0);
      document.getElementById('main')?.focus({ preventScroll: true });
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  if (error !== null) return <Failure error={error} onRetry={load} />;
  if (home === null) return <Skeleton />;
  const [name = '', id = ''] = view.split('/');
  const program = home.programs.find((each) => each.id === id) ?? home.programs[0];
  const views: Readonly<Record<string, () => ComponentChildren>> = {
    friends: () => <FriendsView onChange={load} />,
    history: () => <HistoryView timeZone={home.shop.timeZone} />,
    claim: () => <ClaimView onChange={load} />,
    settings: () => <SettingsView home={home} onChange={load} onLeave={onLeave} />,
    payouts: () => <PayoutsView home={home} />,
    terms: () => program !== undefined && <TermsView program={program} onChange={load} />,
  };
  return views[name]?.() ?? <HomeView home={home} door={door} onChange={load} />;
}
