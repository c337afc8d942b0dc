// `npm run screens`: pictures of every page in both languages and both themes under docs/screens/, of a demo shop in a server of its own.
// They are for people to look at: what a test cannot judge. `--only name,name` takes some, `--looks ru-light` one look, `--to DIR --png` puts them
// elsewhere without loss.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { browserPath } from './install-browser.mjs';
import { pagesOf } from './screen-pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { only: { type: 'string' }, to: { type: 'string' }, png: { type: 'boolean' }, looks: { type: 'string' } },
});
const folder = values.to ?? join(root, 'docs', 'screens');
const only = values.only?.split(',');
const DEVICES = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: values.png ? 2 : 1 },
};
const OWNER = { name: 'Ольга', email: 'olga@tea.example', password: 'медовый чай на закате', locale: 'ru' };

const data = mkdtempSync(join(tmpdir(), 'sarafan-screens-'));
const port = await freePort();
const env = { ...process.env, SARAFAN_DATA: data, PORT: String(port), HOST: '127.0.0.1' };
const server = spawn(process.execPath, ['dist/main.js', '--json', '--demo'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const shop = await readyLine(server);
  const browser = await chromium.launch({ executablePath: browserPath() ?? 'chromium', args: ['--no-sandbox', '--disable-gpu'] });
  const cookies = await makeOwner(shop);
  const pages = (await pagesOf(shop, { root })).filter(({ name }) => only === undefined || only.some((part) => name.startsWith(part)));
  for (const language of ['ru', 'en'])
    for (const scheme of ['light', 'dark'])
      if (values.looks === undefined || values.looks.includes(`${language}-${scheme}`))
        await takeAll(browser, { pages, language, scheme, cookies, shop });
  await browser.close();
  process.stdout.write(`${pages.length} pages under docs/screens/\n`);
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('close', resolve));
  rmSync(data, { recursive: true, force: true });
}

async function takeAll(browser, { pages, language, scheme, cookies, shop }) {
  for (const device of ['desktop', 'phone']) {
    const context = await browser.newContext({
      ...DEVICES[device],
      locale: language === 'ru' ? 'ru-RU' : 'en-GB',
      timezoneId: 'Europe/Moscow',
      colorScheme: scheme,
      reducedMotion: 'reduce',
    });
    await context.addCookies(cookies);
    const tab = await context.newPage();
    for (const { name, url, devices = ['desktop'], before, isVisitor = false } of pages.filter(({ devices = ['desktop'] }) =>
      devices.includes(device),
    )) {
      if (isVisitor) await context.clearCookies();
      else await context.addCookies(cookies);
      // A page of hash addresses is not loaded anew by another hash.
      await tab.goto('about:blank');
      await tab.goto(`${shop.url}${typeof url === 'function' ? url() : url}`, { waitUntil: 'networkidle' });
      await before?.(tab, { language, scheme, shop });
      await tab.waitForFunction(() => document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root, .skeleton') === null);
      await tab.waitForTimeout(150);
      const path = join(folder, name, `${language}-${scheme}${devices.length > 1 ? `-${device}` : ''}.${values.png ? 'png' : 'jpg'}`);
      mkdirSync(dirname(path), { recursive: true });
      await tab.screenshot({ path, fullPage: true, ...(values.png ? {} : { type: 'jpeg', quality: 70 }) });
    }
    await context.close();
  }
}

/** The owner's account by the link the command prints, and its session. */
async function makeOwner(shop) {
  const link = spawnSync(process.execPath, ['dist/cli/main.js', 'staff', 'link'], { cwd: root, env, encoding: 'utf8' });
  const token = /#\/setup\/(\S+)/.exec(link.stdout)?.[1];
  if (token === undefined) throw new Error(`No link to set up the console: ${link.stderr}`);
  const answer = await fetch(`${shop.url}/v1/console/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-sarafan-console': '1' },
    body: JSON.stringify({ token, ...OWNER }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const [name, value] = (answer.headers.getSetCookie()[0] ?? '').split(';')[0].split(/=(.*)/);
  return [{ name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' }];
}

function readyLine(child) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (part) => {
      text += part;
      const line = text.split('\n').find((each) => each.startsWith('{') && each.endsWith('}'));
      if (line !== undefined) resolve(JSON.parse(line));
    });
    child.once('close', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port: found } = probe.address();
      probe.close(() => resolve(found));
    });
  });
}
