import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { loadTexts } from './i18n.ts';
import { readEditorPlace } from './pages/program-editor/editor-place.ts';
import { SignInPage } from './pages/sign-in.tsx';
import { readWizardPlace } from './pages/wizard/use-wizard.ts';
import { Frame } from './parts/frame.tsx';
import { PageOnItsWay } from './parts/page-on-its-way.tsx';
import { ProblemAlert } from './parts/problem-alert.tsx';
import { readStrings } from './parts/url-state.ts';

/** A page comes when it is opened: the first load is the frame's. Rooms not entered every day bring their texts along. */
const SetupPage = lazyRouteComponent(
  async () => (await Promise.all([import('./pages/wizard/setup.tsx'), loadTexts('wizard')]))[0],
  'SetupPage',
);
const WizardPage = lazyRouteComponent(
  async () => (await Promise.all([import('./pages/wizard/wizard-page.tsx'), loadTexts('wizard')]))[0],
  'WizardPage',
);
const EditorPage = lazyRouteComponent(
  async () => (await Promise.all([import('./pages/program-editor/editor-page.tsx'), loadTexts('programs')]))[0],
  'EditorPage',
);
const ByHandPage = lazyRouteComponent(() => import('./pages/by-hand.tsx'), 'ByHandPage');
const ConnectPage = lazyRouteComponent(() => import('./pages/connect.tsx'), 'ConnectPage');
const FilesPage = lazyRouteComponent(() => import('./pages/files.tsx'), 'FilesPage');
const HomePage = lazyRouteComponent(() => import('./pages/home/home-page.tsx'), 'HomePage');
const InvitePage = lazyRouteComponent(() => import('./pages/invite.tsx'), 'InvitePage');
const PeoplePage = lazyRouteComponent(() => import('./pages/people.tsx'), 'PeoplePage');
const PersonPage = lazyRouteComponent(() => import('./pages/person/person-page.tsx'), 'PersonPage');
const ProgramsPage = lazyRouteComponent(() => import('./pages/programs.tsx'), 'ProgramsPage');
const QueuesPage = lazyRouteComponent(() => import('./pages/queues/queues-page.tsx'), 'QueuesPage');
const SettingsPage = lazyRouteComponent(() => import('./pages/settings/settings-page.tsx'), 'SettingsPage');
const MessagesPage = lazyRouteComponent(() => import('./pages/messages.tsx'), 'MessagesPage');
const SelfCheckPage = lazyRouteComponent(() => import('./pages/self-check.tsx'), 'SelfCheckPage');

const rootRoute = createRootRoute();
const signInRoute = createRoute({ getParentRoute: () => rootRoute, path: '/sign-in', component: SignInPage });
const setupRoute = createRoute({ getParentRoute: () => rootRoute, path: '/setup/$token', component: SetupPage });
const inviteRoute = createRoute({ getParentRoute: () => rootRoute, path: '/invite/$token', component: InvitePage });

const frameRoute = createRoute({ getParentRoute: () => rootRoute, id: 'frame', component: Frame });
const homeRoute = createRoute({ getParentRoute: () => frameRoute, path: '/', component: HomePage, validateSearch: readStrings('channel') });
const programsRoute = createRoute({ getParentRoute: () => frameRoute, path: '/programs', component: ProgramsPage });
const startRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/start',
  component: WizardPage,
  validateSearch: readWizardPlace,
});
const programRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/programs/$id',
  component: EditorPage,
  validateSearch: readEditorPlace,
});
const peopleRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/people',
  component: PeoplePage,
  validateSearch: readStrings('q', 'cursor'),
});
const personRoute = createRoute({ getParentRoute: () => frameRoute, path: '/people/$id', component: PersonPage });
const queuesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/queues',
  component: QueuesPage,
  validateSearch: readStrings('queue', 'cursor'),
});
const byHandRoute = createRoute({ getParentRoute: () => frameRoute, path: '/by-hand', component: ByHandPage });
const connectRoute = createRoute({ getParentRoute: () => frameRoute, path: '/connect', component: ConnectPage });
const filesRoute = createRoute({ getParentRoute: () => frameRoute, path: '/files', component: FilesPage });
const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings',
  component: SettingsPage,
  validateSearch: readStrings('tab', 'cursor'),
});
const messagesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings/messages',
  component: MessagesPage,
  validateSearch: readStrings('tab', 'status', 'cursor'),
});
const selfCheckRoute = createRoute({ getParentRoute: () => frameRoute, path: '/settings/self-check', component: SelfCheckPage });

export const router = createRouter({
  history: createHashHistory(),
  defaultPendingComponent: PageOnItsWay,
  defaultErrorComponent: ({ error, reset }) => <ProblemAlert error={error} onRetry={reset} />,
  defaultNotFoundComponent: () => {
    throw redirect({ to: '/' });
  },
  routeTree: rootRoute.addChildren([
    signInRoute,
    setupRoute,
    inviteRoute,
    frameRoute.addChildren([
      homeRoute,
      startRoute,
      programsRoute,
      programRoute,
      peopleRoute,
      personRoute,
      queuesRoute,
      byHandRoute,
      filesRoute,
      connectRoute,
      settingsRoute,
      messagesRoute,
      selfCheckRoute,
    ]),
  ]),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
