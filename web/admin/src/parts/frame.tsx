import {
  ActionIcon,
  AppShell,
  Badge,
  Burger,
  Button,
  Center,
  Group,
  Loader,
  NavLink,
  Title,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { changeLocale, locale } from '../i18n.ts';
import { useQueueCounts } from '../pages/queues/queue-counts.ts';
import { mayEnter, PLACES } from '../places.ts';
import { useRights } from '../rights.ts';
import { isSessionOver, useMe, useSessionEnd } from '../session.ts';
import { Forbidden } from './forbidden.tsx';
import { ProblemAlert } from './problem-alert.tsx';

const SignInAgain = lazy(async () => ({ default: (await import('../pages/sign-in-again.tsx')).SignInAgain }));

/** Everything inside the door: header, menu, the page. */
export function Frame() {
  const { t } = useTranslation();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const me = useMe();
  const rights = useRights();
  const session = useSessionEnd();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useArrival(path);
  if (me.isPending)
    return (
      <Center h="100vh">
        <Loader aria-label={t('app.loading')} />
      </Center>
    );
  // Who was in keeps the page, and what was typed into it, whatever has become of the session.
  if (me.data === undefined)
    return isSessionOver(me.error) ? <Navigate to="/sign-in" /> : <ProblemAlert error={me.error} onRetry={() => void me.refetch()} />;
  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !isOpen } }} padding="md">
      <SkipLink />
      <AppShell.Header>
        <Group h="100%" px={{ base: 'xs', sm: 'md' }} gap="xs" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('app.menu')} />
            <Title order={1} size="h4">
              {t('app.name')}
            </Title>
          </Group>
          <HeaderTools />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('app.menu')}>
        {PLACES.filter(({ to }) => mayEnter(to, rights)).map((place) => (
          <NavLink
            key={place.to}
            component={Link}
            to={place.to}
            label={t(place.text)}
            rightSection={place.to === '/queues' ? <WaitingCount /> : null}
            active={place === placeOf(path)}
            onClick={close}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        {mayEnter(path, rights) ? <Outlet /> : <Forbidden />}
        <Suspense fallback={null}>{session.state === 'asked' ? <SignInAgain email={me.data.email} /> : null}</Suspense>
      </AppShell.Main>
    </AppShell>
  );
}

function placeOf(path: string): (typeof PLACES)[number] | undefined {
  return PLACES.find(({ to }) => (to === '/' ? path === '/' : path.startsWith(to)));
}

/** Where one has come to: the tab of the browser says it, and the keyboard and the reader of the screen start in the page, not in the menu. */
function useArrival(path: string): void {
  const { t } = useTranslation();
  const before = useRef(path);
  const place = placeOf(path);
  const title = t(place?.text ?? 'nav.start');
  useEffect(() => {
    document.title = `${title} — ${t('app.name')}`;
  }, [title, t]);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    const content = document.getElementById('content');
    // A page that has already put the keyboard somewhere, as the first run does, knows better.
    if (content?.contains(document.activeElement) !== true || document.activeElement === content) content?.focus({ preventScroll: true });
  }, [path]);
}

/** How much waits, beside its place in the menu. */
function WaitingCount() {
  const { t } = useTranslation();
  const total = useQueueCounts().data?.total ?? 0;
  return total === 0 ? null : (
    <Badge variant="filled" aria-label={t('nav.waiting', { count: total })}>
      {total}
    </Badge>
  );
}

/** The first thing the Tab key meets. A button: the address after # is the page's own. */
function SkipLink() {
  const { t } = useTranslation();
  return (
    <button type="button" className="skip-link" onClick={() => document.getElementById('content')?.focus()}>
      {t('app.skip')}
    </button>
  );
}

function HeaderTools() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const signOut = async () => {
    await ask('POST', '/v1/console/sign-out').catch((error: unknown) => {
      if (!isSessionOver(error)) throw error;
    });
    queries.clear();
    window.location.hash = '#/sign-in';
  };
  return (
    <Group gap={4} wrap="nowrap">
      <Button variant="subtle" size="compact-sm" onClick={() => void changeLocale(locale() === 'ru' ? 'en' : 'ru')}>
        {t('app.language')}
      </Button>
      <ActionIcon variant="subtle" aria-label={t('app.theme')} onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}>
        {scheme === 'dark' ? '☀' : '☾'}
      </ActionIcon>
      <Button variant="subtle" size="compact-sm" onClick={() => void signOut()}>
        {t('app.signOut')}
      </Button>
    </Group>
  );
}
