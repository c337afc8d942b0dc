/**
 * From an empty installation to a published programme of three levels, as an owner does it: the product started by its one command, with its own
 * database, and the link it prints (0-26, 1-09, 1-15, 1-16, 2-03, 2-06).
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Look, openVisitor } from '../support/browser.ts';
import { openHttpShop } from '../support/http-shop.ts';
import { buildOnce, createDataDirectory, watch } from '../support/sarafan-process.ts';
import { waitFor } from '../support/wait-for.ts';
import { SHOP, seeing, walkFirstRun } from './first-run.ts';

const WAYS: readonly Look[] = [
  { language: 'ru', scheme: 'light', device: 'desktop' },
  { language: 'en', scheme: 'dark', device: 'phone' },
];

interface Installed {
  readonly url: string;
  readonly secretKey: string;
  /** For the account of the owner. */
  readonly link: string;
  readonly end: () => Promise<void>;
}

/** What a person reads who types `npm start` on a machine that has never had it. */
async function install(): Promise<Installed> {
  buildOnce();
  const { child, output, exited } = watch(
    spawn('npm', ['start'], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { PATH: process.env['PATH'], HOME: '/nonexistent', PORT: '0', SARAFAN_DATA: createDataDirectory() },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  const read = (line: RegExp): string => line.exec(output.stdout)?.[1] ?? '';
  await waitFor(async () => /The link works once/.test(output.stdout), { limitMs: 60_000, what: `the link: ${output.stderr}` });
  return {
    url: read(/Sarafan is ready: (\S+)/),
    secretKey: read(/secret key +(\S+)/),
    link: read(/Console: open (\S+)/),
    end: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

describe('the first run', () => {
  it.each(WAYS)(
    'goes from an empty installation to a running programme: $language, $scheme, $device',
    { timeout: 180_000 },
    async (look) => {
      const installed = await install();
      const shop = openHttpShop(installed);
      expect((await shop.get('/v1/programs')).body.items).toEqual([]);
      const owner = await openVisitor(look);
      await walkFirstRun(installed.link, owner, { look, seen: seeing(owner) });
      const { items } = (await shop.get('/v1/programs')).body;
      expect(items).toMatchObject([{ status: 'live', versions: [{ number: 1, status: 'published' }] }]);
      expect(items[0].versions[0].document.tiers.length).toBeGreaterThanOrEqual(3);
      expect((await shop.get(`/v1/programs/${items[0].id}/goal`)).body.goal).toMatchObject({ metric: 'friendsOrdered', target: 20 });
      expect((await shop.get('/v1/tenant')).body).toMatchObject({ name: SHOP, margin: { basisPoints: 3000 } });
      expect(owner.troubles).toEqual([]);
      await owner.close();
      await installed.end();
    },
  );
});
