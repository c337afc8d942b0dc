import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { withTexts } from './i18n.ts';
import { readEditorPlace } from './pages/program-editor/editor-place.ts';
import { readWizardPlace } from './pages/wizard/use-wizard.ts';
import { Frame } from './parts/frame.tsx';
import { PageOnItsWay } from './parts/page-on-its-way.tsx';
import { ProblemAlert } from './parts/problem-alert.tsx';
import { readStrings } from './parts/url-state.ts';

/** A page comes when it is opened, with the texts of its rooms: the first load is the frame's. test/web/page-texts.test.ts knows which rooms. */
const SignInPage = lazyRouteComponent(() => import('./pages/sign-in.tsx'), 'SignInPage');
const SetupPage = lazyRouteComponent(
  withTexts(() => import('./pages/wizard/setup.tsx'), 'wizard'),
  'SetupPage',
);
const WizardPage = lazyRouteComponent(
  withTexts(() => import('./pages/wizard/wizard-page.tsx'), 'wizard', 'document', 'checklist', 'people'),
  'WizardPage',
);
const EditorPage = lazyRouteComponent(
  withTexts(() => import('./pages/program-editor/editor-page.tsx'), 'programs', 'document', 'deletion'),
  'EditorPage',
);
const ByHandPage = lazyRouteComponent(
  withTexts(() => import('./pages/by-hand.tsx'), 'by-hand', 'files'),
  'ByHandPage',
);
const ConnectPage = lazyRouteComponent(
  withTexts(() => import('./pages/connect.tsx'), 'connect', 'queues', 'files'),
  'ConnectPage',
);
const FilesPage = lazyRouteComponent(
  withTexts(() => import('./pages/files.tsx'), 'files'),
  'FilesPage',
);
const HomePage = lazyRouteComponent(
  withTexts(() => import('./pages/home/home-page.tsx'), 'overview', 'checklist'),
  'HomePage',
);
const InvitePage = lazyRouteComponent(() => import('./pages/invite.tsx'), 'InvitePage');
const PeoplePage = lazyRouteComponent(
  withTexts(() => import('./pages/people/people-page.tsx'), 'people', 'files', 'document'),
  'PeoplePage',
);
const PersonPage = lazyRouteComponent(
  withTexts(() => import('./pages/person/person-page.tsx'), 'people', 'queues', 'files'),
  'PersonPage',
);
const ProgramsPage = lazyRouteComponent(
  withTexts(() => import('./pages/programs.tsx'), 'files', 'deletion'),
  'ProgramsPage',
);
const QueuesPage = lazyRouteComponent(
  withTexts(() => import('./pages/queues/queues-page.tsx'), 'queues', 'people', 'files'),
  'QueuesPage',
);
const SettingsPage = lazyRouteComponent(
  withTexts(() => import('./pages/settings/settings-page.tsx'), 'settings', 'files', 'messages', 'self-check'),
  'SettingsPage',
);
const MessagesPage = lazyRouteComponent(
  withTexts(() => import('./pages/messages.tsx'), 'messages', 'files'),
  'MessagesPage',
);
const SelfCheckPage = lazyRouteComponent(
  withTexts(() => import('./pages/self-check.tsx'), 'self-check'),
  'SelfCheckPage',
);

const rootRoute = createRootRoute();
const signInRoute = createRoute({ getParentRoute: () => rootRoute, path: '/sign-in', component: SignInPage });
const setupRoute = createRoute({ getParentRoute: () => rootRoute, path: '/setup/$token', component: SetupPage });
const inviteRoute = createRoute({ getParentRoute: () => rootRoute, path: '/invite/$token', component: InvitePage });

const frameRoute = createRoute({ getParentRoute: () => rootRoute, id: 'frame', component: Frame });
const homeRoute = createRoute({ getParentRoute: () => frameRoute, path: '/', component: HomePage, validateSearch: readStrings('channel') });
const programsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/programs',
  component: ProgramsPage,
  validateSearch: readStrings('status', 'cursor'),
});
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
  validateSearch: readStrings('q', 'program', 'standing', 'cursor', 'add'),
});
const personRoute = createRoute({ getParentRoute: () => frameRoute, path: '/people/$id', component: PersonPage });
const queuesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/queues',
  component: QueuesPage,
  validateSearch: readStrings('queue', 'program', 'state', 'cursor'),
});
const byHandRoute = createRoute({ getParentRoute: () => frameRoute, path: '/by-hand', component: ByHandPage });
const connectRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/connect',
  component: ConnectPage,
  validateSearch: readStrings('state', 'cursor', 'open', 'payload'),
});
const filesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/files',
  component: FilesPage,
  validateSearch: readStrings('cursor', 'back'),
});
const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings',
  component: SettingsPage,
  validateSearch: readStrings('tab', 'cursor', 'actor', 'kind', 'from', 'until'),
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
  // Fetched when a link is pointed at or reached by Tab: it is there when it is followed.
  defaultPreload: 'intent',
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
