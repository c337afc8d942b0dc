import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CrashSite, crashLimitMs, expectFastRecovery, openCrashSite } from './crash-site.ts';
import { crashProgram } from './traffic.ts';

const TWO_DAYS_MS = 2 * 86_400_000;
const HALF_AN_HOUR_MS = 30 * 60_000;

describe('a server killed at a named place (I-01…I-09)', () => {
  let site: CrashSite;
  beforeAll(async () => {
    site = await openCrashSite(7);
  }, crashLimitMs);
  afterAll(() => site.stop());

  const dieUnderLoad = async (faultPoint: string, what: 'server' | 'server-and-postgres'): Promise<void> => {
    await site.runIntoFault({ faultPoint });
    await site.kill(what);
    await site.boot();
    await site.expectWhole();
  };

  it.each([
    ['before-save:20', 'server'],
    ['before-commit:1', 'server-and-postgres'],
    ['before-commit:30', 'server'],
    ['after-commit:1', 'server'],
    ['after-commit:40', 'server-and-postgres'],
    ['before-answer:60', 'server'],
    ['before-response-kept:1', 'server'],
    ['before-response-kept:3', 'server-and-postgres'],
  ] as const)('under load, %s (%s): everything acknowledged is there, everything cut off is done once', dieUnderLoad, crashLimitMs);

  it.each(['before-due-work:1', 'before-save:1', 'before-commit:1', 'after-commit:1', 'after-due-work:1'])(
    'in the middle of the holds and expiries of two days, %s: each takes effect once',
    async (faultPoint) => {
      await site.prepareDueWork();
      await site.kill('server');
      const { exited } = site.launch({ faultPoint, clockJumpMs: TWO_DAYS_MS });
      expect(await exited).toBeNull();
      await site.boot();
      await expect
        .poll(async () => site.rows(`select lot_id from lot where remaining > 0 and expires_at < '${site.now().toISOString()}'`), {
          timeout: 20_000,
        })
        .toEqual([]);
      await site.expectWhole();
    },
    crashLimitMs,
  );

  it(
    'between a page of enrolment and the note that it is done: the walk goes on at the next start and enrols everybody once',
    async () => {
      const made = await site.shop().must({
        method: 'POST',
        path: '/v1/programs',
        body: { document: { ...crashProgram, enrolment: { mode: 'automatic', if: [{ paidOrders: { atLeast: 1 } }] } } },
      });
      await site.kill('server');
      await site.boot({ faultPoint: 'mid-enrolment' });
      const publication = { method: 'POST', path: `/v1/programs/${made.body.id}/versions/1/publish` } as const;
      await expect(site.shop().ask(publication)).rejects.toThrow();
      await site.kill('server');
      await site.boot();
      const buyers = await site.rows('select customer_id from customer where paid_order_count > 0');
      await expect
        .poll(async () => (await site.shop().must(publication)).body.enrolment, { timeout: 20_000 })
        .toEqual({ status: 'finished', customers: buyers.length });
      await site.expectWhole();
    },
    crashLimitMs,
  );

  it(
    'between a publication and the text that is shown of it: asked again, it is published and shown',
    async () => {
      await site.shop().must({ method: 'POST', path: `/v1/programs/${site.programId}/versions`, body: { document: crashProgram } });
      await site.kill('server');
      await site.boot({ faultPoint: 'mid-publish' });
      const publication = { method: 'POST', path: `/v1/programs/${site.programId}/versions/2/publish` } as const;
      await expect(site.shop().ask(publication)).rejects.toThrow();
      await site.kill('server-and-postgres');
      await site.boot();
      const published = await site.shop().must(publication);
      expect(published.body.versions).toMatchObject([{ status: 'published' }, { status: 'published', document: crashProgram }]);
      await site.expectWhole();
    },
    crashLimitMs,
  );

  it(
    'between a change of the settings and its audit entry: the entry is written afterwards, as of a change nobody saw the end of (I-23)',
    async () => {
      await site.kill('server');
      await site.boot({ faultPoint: 'before-audit' });
      await expect(site.shop().ask({ method: 'PATCH', path: '/v1/tenant', body: { name: 'Чайная у моста' } })).rejects.toThrow();
      await site.kill('server');
      await site.boot({ clockJumpMs: HALF_AN_HOUR_MS });
      expect((await site.shop().must({ method: 'GET', path: '/v1/tenant' })).body.name).toBe('Чайная у моста');
      await expect
        .poll(async () => site.rows(`select after from audit_entry where act = 'PATCH /v1/tenant'`), { timeout: 20_000 })
        .toEqual([{ after: '{"interrupted":true}' }]);
      expect(await site.rows('select intent_id from audit_intent')).toEqual([]);
      await site.expectWhole();
    },
    crashLimitMs,
  );

  it('answers within five seconds of each start', () => {
    expectFastRecovery(site);
  });
});

/** Of these each leaves many events behind, and every check behind them replays them all: they have a server of their own. */
describe('a server killed at a named place under much load (I-01…I-09)', () => {
  it.each([
    ['before-due-work:2', 'server', 'mixed'],
    ['after-due-work:2', 'server-and-postgres', 'mixed'],
    // While a batch is decided that was read ahead and the one before it is written.
    ['ahead-begun:1', 'server', 'crowds'],
    ['ahead-begun:4', 'server-and-postgres', 'crowds'],
    ['ahead-decided:3', 'server', 'crowds'],
  ] as const)(
    '%s (%s): everything acknowledged is there, everything cut off is done once',
    async (faultPoint, what, sends) => {
      const site = await openCrashSite(11);
      try {
        await site.runIntoFault({ faultPoint, sends });
        await site.kill(what);
        await site.boot();
        await site.expectWhole();
        expectFastRecovery(site);
      } finally {
        await site.stop();
      }
    },
    crashLimitMs,
  );
});
