import { beforeAll, describe, expect, it } from 'vitest';
import { openShop, paid, referAFriend, type Shop } from '../support/shop.ts';
import { type Console, openConsole, type Reply } from './console.ts';

const HOUR_MS = 3_600_000;
const rub = (amountMinor: string) => ({ amountMinor, currency: 'RUB' });

/** Everybody earns a tenth; joining is by choice, so that nothing happens by itself. */
const cashback = {
  name: { ru: 'Кешбэк', en: 'Cashback' },
  currency: 'RUB',
  enrolment: { mode: 'optIn' },
  rules: [{ id: 'tenth', on: 'order.paid', if: [], grant: { to: 'buyer', benefit: { kind: 'credit', percent: { basisPoints: 1000 } } } }],
};

describe('programmes over HTTP', () => {
  let shop: Shop;
  let owner: Console;
  let ask: Console['ask'];
  beforeAll(async () => {
    shop = await openShop();
    owner = await openConsole(shop);
    ask = owner.ask;
  });

  const create = async (document: unknown = cashback): Promise<string> => {
    const created = await ask('POST', '/v1/programs', { document });
    expect(created.status, created.text).toBe(201);
    return String(created.body.id);
  };
  const createLive = async (document: unknown = cashback): Promise<string> => {
    const id = await create(document);
    expect((await ask('POST', `/v1/programs/${id}/versions/1/publish`, {})).status).toBe(200);
    return id;
  };
  const statusOf = async (id: string): Promise<string> => (await ask('GET', `/v1/programs/${id}`)).body.status;
  const later = (ms: number): Date => new Date(shop.clock.now().getTime() + ms);
  const creditOf = async (orderId: string): Promise<readonly (string | undefined)[]> =>
    (await shop.answer(paid(orderId, 100_000n), { customer: { externalId: `buyer-${orderId}` } })).rewards.map(
      (reward) => reward.benefit.amount?.amountMinor,
    );

  it('keeps a new programme as a draft that decides nothing', async () => {
    const created = await ask('POST', '/v1/programs', { document: cashback });
    expect(created).toMatchObject({
      status: 201,
      body: { status: 'draft', endedAt: null, versions: [{ number: 1, status: 'draft', effectiveFrom: null }] },
    });
    expect(created.body.id).toMatch(/^prg_[0-9a-f]{32}$/);
    expect(created.body.versions[0].id).toMatch(/^prv_[0-9a-f]{32}$/);
    expect(await creditOf('o-draft')).toEqual([]);
  });

  it('gives the document back as it was sent', async () => {
    const id = await create();
    expect((await ask('GET', `/v1/programs/${id}`)).body.versions[0].document).toEqual(cashback);
  });

  it('refuses a programme that cannot work with every reason at once, in both languages', async () => {
    const [rule] = cashback.rules;
    const document = { ...cashback, timeZone: 'Mars', rules: [{ ...rule, if: [{ newCustomer: true }, { orderNumber: { atLeast: 2 } }] }] };
    const refused = await ask('POST', '/v1/programs', { document });
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'program_invalid',
        field: 'document.timeZone',
        reasons: [
          { code: 'time_zone_unknown', field: 'document.timeZone' },
          {
            code: 'conditions_contradict',
            field: 'document.rules[0].if[1].orderNumber',
            text: { ru: expect.stringContaining('уберите'), en: expect.stringContaining('remove') },
          },
        ],
      },
    });
  });

  it.each([
    ['a template', { templateId: 'refer-a-friend' }, 'template_body_malformed'],
    ['a template beside a document', { document: cashback, templateId: 'x' }, 'template_body_malformed'],
    ['no document', {}, 'field_missing'],
    ['a list', [], 'field_missing'],
    ['an unknown field', { document: cashback, draft: true }, 'field_unknown'],
  ])('refuses %s by name', async (_what, body, code) => {
    expect(await ask('POST', '/v1/programs', body)).toMatchObject({ status: 422, body: { code: 'program_invalid', reasons: [{ code }] } });
  });

  it('replaces a draft, and never a published version', async () => {
    const id = await create();
    const renamed = { ...cashback, name: { ru: 'Иначе', en: 'Otherwise' } };
    expect((await ask('PUT', `/v1/programs/${id}/versions/1`, { document: renamed })).body.versions[0].document).toEqual(renamed);
    await ask('POST', `/v1/programs/${id}/versions/1/publish`);
    expect(await ask('PUT', `/v1/programs/${id}/versions/1`, { document: cashback })).toMatchObject({
      status: 409,
      body: { code: 'program_not_draft' },
    });
    expect((await ask('GET', `/v1/programs/${id}`)).body.versions[0].document).toEqual(renamed);
    await ask('POST', `/v1/programs/${id}/end`);
  });

  it('publishes what runs from now on, and answers the same when asked again', async () => {
    const id = await create();
    const first = await ask('POST', `/v1/programs/${id}/versions/1/publish`);
    expect(first).toMatchObject({
      status: 200,
      body: {
        status: 'live',
        versions: [{ status: 'published', effectiveFrom: shop.clock.now().toISOString() }],
        enrolment: { status: 'finished', customers: 0 },
      },
    });
    expect((await ask('POST', `/v1/programs/${id}/versions/1/publish`, { effectiveFrom: later(HOUR_MS).toISOString() })).text).toBe(
      first.text,
    );
    expect(await creditOf('o-live')).toEqual(['10000']);
    await ask('POST', `/v1/programs/${id}/end`);
  });

  it('publishes one text when a draft is replaced and published by many at once', async () => {
    const id = await create();
    const named = (en: string) => ({ document: { ...cashback, name: { ru: 'К', en } } });
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_unused, n) =>
        n % 2 === 0
          ? ask('POST', `/v1/programs/${id}/versions/1/publish`)
          : ask('PUT', `/v1/programs/${id}/versions/1`, named(`text ${n}`)),
      ),
    );
    expect(replies.map((reply) => reply.status).every((status) => status === 200 || status === 409)).toBe(true);
    const [stored] = await shop.rows<{ document: string; parsed: string }>(
      "select document, parsed from program_version where version_id = replace(substr($1, 5), '-', '')::uuid",
      [(await ask('GET', `/v1/programs/${id}`)).body.versions[0].id],
    );
    expect(JSON.parse(stored?.document ?? '{}').name).toEqual(JSON.parse(stored?.parsed ?? '{}').name);
    expect(
      await shop.rows("select 1 from event where type = 'program.published' and body like '%' || $1 || '%'", [idInLog(id)]),
    ).toHaveLength(1);
    await ask('POST', `/v1/programs/${id}/end`);
  });

  it('lets a first version begin in the past and a later one neither before now nor before its predecessor (6.6)', async () => {
    const id = await create();
    const past = later(-24 * HOUR_MS).toISOString();
    expect((await ask('POST', `/v1/programs/${id}/versions/1/publish`, { effectiveFrom: past })).body.versions[0].effectiveFrom).toBe(past);
    expect(
      (await ask('POST', `/v1/programs/${id}/versions`, { document: cashback })).body.versions.map(
        (version: { number: number }) => version.number,
      ),
    ).toEqual([1, 2]);
    const refused = { status: 422, body: { code: 'effective_from_invalid', field: 'effectiveFrom' } };
    expect(await ask('POST', `/v1/programs/${id}/versions/2/publish`, { effectiveFrom: later(-HOUR_MS).toISOString() })).toMatchObject(
      refused,
    );
    const soon = later(2 * HOUR_MS).toISOString();
    expect(await ask('POST', `/v1/programs/${id}/versions/2/publish`, { effectiveFrom: soon })).toMatchObject({ status: 200 });
    await ask('POST', `/v1/programs/${id}/versions`, { document: cashback });
    expect(await ask('POST', `/v1/programs/${id}/versions/3/publish`, { effectiveFrom: later(HOUR_MS).toISOString() })).toMatchObject(
      refused,
    );
    expect(await ask('POST', `/v1/programs/${id}/versions/3/publish`)).toMatchObject(refused);
    await ask('POST', `/v1/programs/${id}/end`);
  });

  it('pauses, resumes and ends, each once and each again without an error', async () => {
    const id = await createLive();
    for (const [act, status] of [
      ['pause', 'paused'],
      ['pause', 'paused'],
      ['resume', 'live'],
      ['resume', 'live'],
      ['end', 'ended'],
      ['end', 'ended'],
    ] as const) {
      expect(await ask('POST', `/v1/programs/${id}/${act}`)).toMatchObject({ status: 200, body: { status } });
    }
    expect(await statusOf(id)).toBe('ended');
    expect(await ask('POST', `/v1/programs/${id}/pause`)).toMatchObject({ status: 409, body: { code: 'program_state' } });
    expect(await ask('POST', `/v1/programs/${id}/versions`, { document: cashback })).toMatchObject({
      status: 409,
      body: { code: 'program_state' },
    });
  });

  it('refuses to pause or enrol a draft', async () => {
    const id = await create();
    for (const act of ['pause', 'resume', 'end', 'enrol'])
      expect(await ask('POST', `/v1/programs/${id}/${act}`)).toMatchObject({ status: 409, body: { code: 'program_state' } });
  });

  it('shows the status of the moment: a version of tomorrow is still a draft’s', async () => {
    const id = await create();
    await ask('POST', `/v1/programs/${id}/versions/1/publish`, { effectiveFrom: later(HOUR_MS).toISOString() });
    expect(await statusOf(id)).toBe('draft');
    const before = shop.clock.now();
    shop.clock.set(later(HOUR_MS));
    expect(await statusOf(id)).toBe('live');
    shop.clock.set(before);
  });

  it('lists programmes in pages, oldest first and each once', async () => {
    const made = [await create(), await create(), await create()];
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Reply = await ask('GET', `/v1/programs?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
      expect(page.body.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.body.items.map((item: { id: string }) => item.id));
      cursor = page.body.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(made));
  });

  it('takes a repeated Idempotency-Key as the same programme', async () => {
    const headers = { 'idempotency-key': 'make-1' };
    const first = await ask('POST', '/v1/programs', { document: cashback }, headers);
    expect((await ask('POST', '/v1/programs', { document: cashback }, headers)).text).toBe(first.text);
    const other = { document: { ...cashback, currency: 'USD' } };
    expect(await ask('POST', '/v1/programs', other, headers)).toMatchObject({ status: 409, body: { code: 'idempotency_conflict' } });
  });

  it('keeps a budget above 2^53 exact', async () => {
    const document = { ...cashback, budget: rub('90071992547409931') };
    const id = await create(document);
    expect((await ask('GET', `/v1/programs/${id}`)).body.versions[0].document.budget.amountMinor).toBe('90071992547409931');
  });

  it('hides a programme from another business, and its acts from a key that may only read (security)', async () => {
    const id = await createLive();
    const stranger = owner.askAs(await owner.addStranger());
    const reader = owner.askAs(await owner.addKey(['read']));
    expect((await stranger('GET', '/v1/programs')).body.items).toEqual([]);
    const targets = [
      ['POST', `/v1/programs/${id}/versions`, { document: cashback }],
      ['PUT', `/v1/programs/${id}/versions/1`, { document: cashback }],
      ['POST', `/v1/programs/${id}/versions/1/publish`, {}],
      ['POST', `/v1/programs/${id}/pause`, {}],
      ['POST', `/v1/programs/${id}/resume`, {}],
      ['POST', `/v1/programs/${id}/end`, {}],
      ['POST', `/v1/programs/${id}/enrol`, {}],
    ] as const;
    expect((await stranger('GET', `/v1/programs/${id}`)).status).toBe(404);
    for (const [method, path, body] of targets) {
      expect(await stranger(method, path, body), path).toMatchObject({ status: 404, body: { code: 'program_unknown' } });
      expect((await reader(method, path, body)).status, path).toBe(403);
    }
    expect((await reader('POST', '/v1/programs', { document: cashback })).status).toBe(403);
    expect(await statusOf(id)).toBe('live');
    await ask('POST', `/v1/programs/${id}/end`);
  });

  it.each(['/v1/programs/prg_00', `/v1/programs/prg_${'0'.repeat(32)}`, '/v1/programs/1'])('answers 404 for %s', async (path) => {
    expect((await ask('GET', path)).status).toBe(404);
  });

  it('runs the example of the contract from its publication', async () => {
    const id = await createLive({ ...referAFriend, enrolment: { mode: 'staff' } });
    expect(await statusOf(id)).toBe('live');
    await ask('POST', `/v1/programs/${id}/end`);
  });
});

/** `prg_…` as the log writes it. */
function idInLog(wireId: string): string {
  return wireId.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
