/** A real browser for the pages people see: Debian's Chromium, driven over its own protocol, talking to loopback only. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { setSetupToken } from '../../src/staff/staff.store.ts';
import { type Api, openApi } from './api.ts';
import { atFileEnd } from './file-end.ts';
import { buildOnce } from './sarafan-process.ts';

export type Language = 'ru' | 'en';
export interface Look {
  readonly language: Language;
  readonly scheme: 'light' | 'dark';
  /** A phone is 360 × 740 and is touched; a desktop is 1280 × 900. */
  readonly device: 'phone' | 'desktop';
}

/** Every look a page has to stand: four of the eight, each value met with each other at least once. */
export const LOOKS: readonly Look[] = [
  { language: 'ru', scheme: 'light', device: 'phone' },
  { language: 'en', scheme: 'dark', device: 'phone' },
  { language: 'ru', scheme: 'dark', device: 'desktop' },
  { language: 'en', scheme: 'light', device: 'desktop' },
];

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const INSTALL = 'apt-get install -y chromium fonts-dejavu-core';
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let running: Browser | undefined;

/** One browser for a test file; its profile is empty and removed with it. */
export async function launchBrowser(): Promise<Browser> {
  if (running !== undefined) return running;
  const executablePath = [process.env['CHROMIUM'] ?? '', ...PATHS].find((path) => path !== '' && existsSync(path));
  if (executablePath === undefined) throw new Error(`The tests of pages need Chromium. Install it once, as root: ${INSTALL}`);
  running = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  atFileEnd(async () => {
    await running?.close();
    running = undefined;
  });
  return running;
}

/** A browser of one person: nothing is shared with another. Fails the test when a page throws, or asks anything but loopback. */
export async function openVisitor(look: Look, options: { readonly javaScriptEnabled?: boolean } = {}): Promise<Visitor> {
  const browser = await launchBrowser();
  const context = await browser.newContext({
    locale: look.language === 'ru' ? 'ru-RU' : 'en-GB',
    timezoneId: 'Europe/Moscow',
    colorScheme: look.scheme,
    viewport: look.device === 'phone' ? { width: 360, height: 740 } : { width: 1280, height: 900 },
    hasTouch: look.device === 'phone',
    isMobile: look.device === 'phone',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const troubles: string[] = [];
  await context.route(
    (url) => !['127.0.0.1', 'localhost'].includes(url.hostname),
    (route) => {
      troubles.push(`asked ${route.request().url()}`);
      return route.abort();
    },
  );
  const page = await context.newPage();
  context.on('weberror', (error) => troubles.push(String(error.error())));
  context.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) troubles.push(message.text());
  });
  return { context, page, troubles, close: () => context.close() };
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong unseen: thrown errors, refusals of the content security policy, addresses of strangers. */
  readonly troubles: readonly string[];
  readonly close: () => Promise<void>;
}

/** axe finds nothing serious or critical, and the page does not scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  // Not as a script element: the page's own policy rightly refuses that.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeReport>(`axe.run(document, { resultTypes: ['violations'] })`);
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`);
  expect(found).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0);
}

interface AxeReport {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

/** The API with the built pages, on the address it gives in its links. */
export async function openLiveApi(options: Omit<NonNullable<Parameters<typeof openApi>[0]>, 'publicUrl'> = {}): Promise<LiveApi> {
  buildOnce();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const api = await openApi({ now: new Date(), ...options, publicUrl: url });
  await api.listen(port);
  return { ...api, url };
}

export interface LiveApi extends Api {
  readonly url: string;
}

export const OWNER = { name: 'Ольга', email: 'olga@tea.example', password: 'медовый чай на закате' } as const;

/** Makes the owner's account and signs the visitor in to the console. */
export async function signInOwner(api: LiveApi, { page, context }: Visitor): Promise<void> {
  const token = `setup-${Math.random().toString(36).slice(2)}`;
  await setSetupToken(api.test.database.kysely, api.business.tenantId, token);
  const body = { token, ...OWNER, locale: 'ru' };
  const headers = { 'content-type': 'application/json', 'x-sarafan-console': '1' };
  const made = await context.request.post(`${api.url}/v1/console/setup`, { data: body, headers });
  if (!made.ok())
    await context.request.post(`${api.url}/v1/console/sign-in`, {
      data: { email: OWNER.email, password: OWNER.password },
      headers,
    });
  await page.goto(`${api.url}/console/`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
