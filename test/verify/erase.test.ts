import { beforeAll, describe, expect, it } from 'vitest';
import { retireCodesOfErased } from '../../src/codes/retire-codes-of-erased.ts';
import { customerOfPath } from '../../src/events/submit-act.ts';
import { createIntake } from '../../src/intake/create-intake.ts';
import { deleteExpiredIdentities } from '../../src/intake/erase.store.ts';
import { type Api, openApi } from '../support/api.ts';
import { referAFriend } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';

/** Each place a person can be named in, with a word of its own that stands nowhere else. */
const canary = {
  externalId: 'canary-7f3a-external',
  email: 'Canary.Mail+shop@Canary-Inbox.example',
  phone: '+79165550137',
  name: 'Канарейка Пернатова',
  data: 'canary-data-note',
  reason: 'canary-adjustment-reason',
};
const traces = ['canary', 'Канарейка', 'Пернатова', '79165550137', '9165550137'];

describe('a customer erased', () => {
  let api: Api;
  let programId: string;

  beforeAll(async () => {
    api = await openApi();
    const made = await api.post('/v1/programs', { document: { ...referAFriend, enrolment: { mode: 'automatic', if: [] } } });
    programId = made.body.id;
    await api.post(`/v1/programs/${programId}/versions/1/publish`, { effectiveFrom: '2026-01-01T00:00:00Z' });
    await api.ask({ method: 'PUT', url: '/v1/customers/marina', body: { email: 'marina@example.com', name: 'Марина' } });
    await api.post('/v1/customers/marina/codes', { code: 'MARINA' });
    await liveAsCanary();
  });

  /** Everything a person can do that leaves something of them. */
  async function liveAsCanary(): Promise<void> {
    const { externalId, email, phone, name } = canary;
    const customer = { externalId, email, phone, name };
    const order = (id: string) => ({ id, total: { amountMinor: '300000', currency: 'RUB' } });
    const at = '2026-11-20T12:00:00Z';
    const sent = await api.post('/v1/events', {
      events: [
        { id: 'e-1', type: 'order.paid', occurredAt: at, customer, order: order('o-1'), attribution: { code: 'MARINA', answer: name } },
        {
          id: 'e-2',
          type: 'order.paid',
          occurredAt: at,
          customer: { externalId: 'friend' },
          order: order('o-2'),
          attribution: { answer: name },
        },
        { id: 'e-3', type: 'custom.survey', occurredAt: at, customer, data: { note: canary.data } },
        { id: 'e-4', type: 'feedback.given', occurredAt: at, customer: { externalId }, score: 9, orderId: 'o-1' },
      ],
    });
    expect(sent.status, sent.text).toBe(200);
    const key = { 'idempotency-key': 'k-1' };
    for (const reply of [
      await api.post(`/v1/customers/${externalId}/codes`, undefined, key),
      await api.post(
        `/v1/customers/${externalId}/adjustments`,
        { amount: { amountMinor: '500', currency: 'RUB' }, reason: canary.reason, actor: 'anna' },
        key,
      ),
      await api.post('/v1/claims', { code: 'MARINA', email: 'canary-claim@example.com' }),
    ]) {
      expect(reply.status, reply.text).toBeLessThan(300);
    }
  }

  async function tracesIn(words = traces): Promise<string[]> {
    const columns = await api.rows<{ table: string; column: string }>(
      `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
    );
    const found: string[] = [];
    for (const { table, column } of columns) {
      // Bytes are looked at as the text they may hold; every other type has a text form.
      const text = `case when pg_typeof("${column}") = 'bytea'::regtype then encode("${column}"::text::bytea, 'escape') else "${column}"::text end`;
      const hits = await api.rows<{ count: bigint }>(
        `select count(*) as count from "${table}" where ${text} ilike any($1) or "${column}"::text ilike any($2)`,
        [words.map((trace) => `%${trace}%`), words.map((trace) => `%${Buffer.from(trace).toString('hex')}%`)],
      );
      if (hits[0]?.count !== 0n) found.push(`${table}.${column}`);
    }
    return found;
  }

  it('is found in no table, in no form, and the log replays to the byte (2-12, I-24)', async () => {
    const others = await api.rows(`select * from person where external_id in ('marina', 'friend') order by 1, 2`);
    expect(await tracesIn()).toEqual(
      expect.arrayContaining(['person.external_id', 'person.email', 'person.phone', 'person.name', 'event_personal.data']),
    );
    await api.ask({ method: 'DELETE', url: '/v1/customers/marina-nobody' });
    const erased = await api.ask({ method: 'DELETE', url: `/v1/customers/${canary.externalId}` });
    expect(erased.status, erased.text).toBe(204);
    const claimed = await api.rows<{ id: string }>(
      `select replace(customer_id::text, '-', '') as id from person where email like 'canary-claim%'`,
    );
    for (const { id } of claimed) await api.ask({ method: 'DELETE', url: `/v1/customers/cus_${id}` });
    expect(await tracesIn()).toEqual([]);
    expect(await api.rows(`select * from person where external_id in ('marina', 'friend') order by 1, 2`)).toEqual(others);
    await expectSound({ test: api.test, tenantId: api.business.tenantId });
  });

  it('leaves keyed hashes against a second "first order" until their time is over, then nothing', async () => {
    const kept = await api.rows<{ expires_at: Date | null }>('select expires_at from identity where expires_at is not null');
    expect(kept.length).toBeGreaterThan(2);
    expect(kept.every(({ expires_at: at }) => at?.toISOString() === '2027-11-20T12:00:00.000Z')).toBe(true);
    const { tenantId } = api.business;
    await deleteExpiredIdentities(api.test.database.pool, tenantId, new Date('2027-11-20T11:59:59Z'));
    expect(await api.rows('select 1 from identity where expires_at is not null')).toHaveLength(kept.length);
    await deleteExpiredIdentities(api.test.database.pool, tenantId, new Date('2027-11-20T12:00:00Z'));
    expect(await api.rows('select 1 from identity where expires_at is not null')).toEqual([]);
    expect(await api.rows(`select 1 from identity where kind = 'externalId'`)).toHaveLength(2);
  });

  it('answers under no code of theirs: one with their name stays in the log and its record alone (contract 6.3, I-24)', async () => {
    const words = ['PERNATOVA'];
    await api.ask({ method: 'PUT', url: '/v1/customers/vera', body: { name: 'Вера Pernatova' } });
    const [generated] = (await api.get('/v1/customers/vera')).body.codes;
    const chosen = (await api.post('/v1/customers/vera/codes', { code: 'Vera-Pernatova' })).body;
    expect((await api.get('/v1/offers/VERA-PERNATOVA')).status).toBe(200);
    const { id } = (await api.get('/v1/customers/vera')).body;
    expect((await api.ask({ method: 'DELETE', url: '/v1/customers/vera' })).status).toBe(204);
    const codes = (await api.get(`/v1/customers/${id}`)).body.codes;
    expect(codes.map((code: { id: string; status: string }) => [code.id, code.status]).sort()).toEqual(
      [chosen, ...(generated === undefined ? [] : [generated])].map((code) => [code.id, 'retired']).sort(),
    );
    expect((await api.get('/v1/offers/VERA-PERNATOVA')).status).toBe(404);
    expect((await api.get('/v1/customers?q=pernatova')).body.items).toEqual([]);
    expect((await api.get('/v1/customers?q=vera')).body.items).toEqual([]);
    for (const status of ['', '?status=retired', `?customerId=${id}`]) {
      const { status: answered, text } = await api.get(`/v1/exports/codes.csv${status}`);
      expect(answered, text).toBe(200);
      expect(text.toUpperCase()).not.toContain('VERA');
      if (generated !== undefined) expect(text).not.toContain(generated.code);
    }
    expect((await api.get('/v1/exports/codes.csv')).text).toContain('MARINA');
    expect((await tracesIn(words)).sort()).toEqual(['code.folded', 'code.text', 'event.body']);
    await expectSound({ test: api.test, tenantId: api.business.tenantId });
  });

  it('keeps its codes in a log from before erasing retired them, which replays as it was decided, until an act of its own retires them', async () => {
    await api.ask({ method: 'PUT', url: '/v1/customers/early', body: {} });
    await api.post('/v1/customers/early/codes', { code: 'EARLY-ONE' });
    const { id } = (await api.get('/v1/customers/early')).body;
    const intake = createIntake({ pool: api.test.database.pool, clock: api.clock, onError: (error) => expect.fail(String(error)) });
    const { tenantId } = api.business;
    const customer = customerOfPath(id);
    const act = { tenantId, source: 'api', eventId: 'early', fingerprint: null, occurredAt: api.clock.now(), attribution: null };
    const body = { type: 'customer.erased' } as const;
    const [done] = await intake.submit([{ ...act, customer, actor: null, body, personal: null }]);
    expect(done?.kind).toBe('answered');
    expect(await api.rows(`select status from code where folded = 'EARLY-ONE'`)).toEqual([{ status: 'active' }]);
    await expectSound({ test: api.test, tenantId: api.business.tenantId });

    expect((await api.get('/v1/exports/codes.csv')).text).not.toContain('EARLY-ONE');
    const deps = { db: api.test.database.kysely, intake, clock: api.clock };
    // The other is the one they were enrolled with.
    expect(await retireCodesOfErased(deps, tenantId)).toBe(2);
    expect(await api.rows(`select status from code where folded = 'EARLY-ONE'`)).toEqual([{ status: 'retired' }]);
    expect((await api.get('/v1/offers/EARLY-ONE')).status).toBe(404);
    expect(await retireCodesOfErased(deps, tenantId)).toBe(0);
    expect(await api.rows(`select type, source from event where event_id <> 'early' order by sequence desc limit 1`)).toEqual([
      { type: 'code.retired', source: 'job' },
    ]);
    expect(await api.rows(`select folded from code where folded = 'MARINA' and status = 'active'`)).toHaveLength(1);
    await expectSound({ test: api.test, tenantId: api.business.tenantId });
    await intake.drain();
  });
});
