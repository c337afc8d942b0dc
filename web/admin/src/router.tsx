import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { HomePage } from './pages/home.tsx';
import { InvitePage } from './pages/invite.tsx';
import { PeoplePage } from './pages/people.tsx';
import { PersonPage } from './pages/person.tsx';
import { ProgramsPage } from './pages/programs.tsx';
import { QueuesPage } from './pages/queues.tsx';
import { SettingsPage } from './pages/settings.tsx';
import { SetupPage } from './pages/setup.tsx';
import { SignInPage } from './pages/sign-in.tsx';
import { Frame } from './parts/frame.tsx';

const rootRoute = createRootRoute();
const signInRoute = createRoute({ getParentRoute: () => rootRoute, path: '/sign-in', component: SignInPage });
const setupRoute = createRoute({ getParentRoute: () => rootRoute, path: '/setup/$token', component: SetupPage });
const inviteRoute = createRoute({ getParentRoute: () => rootRoute, path: '/invite/$token', component: InvitePage });

const frameRoute = createRoute({ getParentRoute: () => rootRoute, id: 'frame', component: Frame });
const homeRoute = createRoute({ getParentRoute: () => frameRoute, path: '/', component: HomePage });
const programsRoute = createRoute({ getParentRoute: () => frameRoute, path: '/programs', component: ProgramsPage });
const peopleRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/people',
  component: PeoplePage,
  validateSearch: (search: Record<string, unknown>): { q?: string } =>
    typeof search['q'] === 'string' && search['q'] !== '' ? { q: search['q'] } : {},
});
const personRoute = createRoute({ getParentRoute: () => frameRoute, path: '/people/$id', component: PersonPage });
const queuesRoute = createRoute({ getParentRoute: () => frameRoute, path: '/queues', component: QueuesPage });
const settingsRoute = createRoute({ getParentRoute: () => frameRoute, path: '/settings', component: SettingsPage });

export const router = createRouter({
  history: createHashHistory(),
  defaultNotFoundComponent: () => {
    throw redirect({ to: '/' });
  },
  routeTree: rootRoute.addChildren([
    signInRoute,
    setupRoute,
    inviteRoute,
    frameRoute.addChildren([homeRoute, programsRoute, peopleRoute, personRoute, queuesRoute, settingsRoute]),
  ]),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
