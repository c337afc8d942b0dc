import { type CSSVariablesResolver, createTheme, MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ApiError } from './api.ts';
import { router } from './router.tsx';
import { noteRefusal } from './session.ts';

const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 9, dark: 9 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  // A notice goes by itself: its cross would have to be named in the language of the moment, and nothing waits for it.
  components: { Notification: { defaultProps: { withCloseButton: false } } },
});

/** The library's quiet colours are too pale to read: each of these stands at 4.5:1 or more on its ground. */
const readableColors: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5c636a',
    '--mantine-color-placeholder': '#686f76',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-anchor': '#087f5b',
    '--mantine-color-teal-light-color': '#05603f',
    '--mantine-color-teal-filled-hover': '#076b4e',
    '--mantine-color-yellow-light-color': '#6b3d00',
    '--mantine-color-red-light-color': '#a11212',
    '--mantine-color-blue-light-color': '#0b4a82',
    '--mantine-color-gray-light-color': '#343a40',
  },
  dark: {
    '--mantine-color-teal-filled-hover': '#076b4e',
    '--mantine-color-dimmed': '#a9aaad',
    '--mantine-color-placeholder': '#9a9ca0',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-anchor': '#38d9a9',
  },
});

const Notices = lazy(async () => ({ default: (await import('./parts/notices.tsx')).Notices }));

/**
 * A refusal is an answer: only what was not reached is asked again. Without a network it is asked all the same: the browser is often wrong
 * about it, the server may stand on this very computer, and a page that says so is better than one that waits in silence.
 */
const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => noteRefusal(queries, error, 'page') }),
  mutationCache: new MutationCache({ onError: (error) => noteRefusal(queries, error, 'press') }),
  defaultOptions: {
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: (count, error) => count < 2 && error instanceof ApiError && error.problem.status === 0,
    },
  },
});

function nonce(): string {
  return document.querySelector('meta[property="csp-nonce"]')?.getAttribute('content') ?? '';
}

// The library that keeps a page still behind a dialog asks for the nonce here, and is refused by the page's own policy without it.
Object.assign(globalThis, { __webpack_nonce__: nonce() });

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={readableColors} defaultColorScheme="auto" getStyleNonce={nonce}>
      <QueryClientProvider client={queries}>
        <Suspense fallback={null}>
          <Notices />
        </Suspense>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
