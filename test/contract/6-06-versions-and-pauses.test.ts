import { describe, expect, it } from 'vitest';
import { credit, newcomers, percent, program, rule, simple, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { bothRefused, refusals, said, type Wire } from './wire.ts';

const share = (basisPoints: number): object => program([rule([to('referrer', percent(basisPoints))], { if: newcomers })]);
const cashback = (minor: number): object => program([rule([to('buyer', credit(minor))])]);

const lead = (shop: ContractShop, friend: string, at: string): Promise<Wire> =>
  shop.event({ type: 'referral.registered', occurredAt: at, customer: { externalId: friend }, attribution: { code: 'ANNA' } });

describe('6.6 versions', () => {
  it('a first version may start in the past; orders of that time stored later are decided by it', async () => {
    const shop = await openShop();
    await shop.publish(cashback(500), '2026-11-01T00:00:00Z');
    expect(said(await shop.pay('o-1', 1_000, { at: '2026-11-01T00:00:00Z' }))).toEqual(['buyer issued 500']);
    expect(said(await shop.pay('o-0', 1_000, { at: '2026-10-31T23:59:59.999Z' }))).toEqual([]);
  });

  it('stored events are never decided again by a programme published after them', async () => {
    const shop = await openShop();
    await shop.pay('o-1', 1_000, { at: '2026-11-10T00:00:00Z' });
    await shop.publish(cashback(500), '2026-11-01T00:00:00Z');
    expect(await shop.rewardsOf('o-1')).toEqual([]);
    expect((await shop.pay('o-1', 1_000, { at: '2026-11-10T00:00:00Z' })).outcome).toBe('duplicate');
    expect(await shop.balance('friend')).toMatchObject({ available: 0 });
  });

  it('a later version starts not before now, and not before its predecessor', async () => {
    const shop = await openShop('2026-11-20T12:00:00Z');
    const programId = await shop.publish(cashback(500), '2026-12-01T00:00:00Z');
    await shop.do('POST', `/v1/programs/${programId}/versions`, { document: cashback(600) });
    const publish = (effectiveFrom: string) => shop.post(`/v1/programs/${programId}/versions/2/publish`, { effectiveFrom });
    for (const refused of ['2026-11-20T11:59:59Z', '2026-11-30T23:59:59Z']) {
      const reply = await publish(refused);
      expect([reply.status, reply.body.code], reply.text).toEqual([422, 'effective_from_invalid']);
    }
    expect((await publish('2026-12-01T00:00:00Z')).status).toBe(200);
  });

  it('without a referral the version effective at occurredAt decides, whenever the order is stored', async () => {
    const shop = await openShop('2026-11-20T12:00:00Z');
    const programId = await shop.publish(cashback(500));
    await shop.publishNext(programId, cashback(700), '2026-11-21T00:00:00Z');
    shop.setClock('2026-11-22T12:00:00Z');
    expect(said(await shop.pay('o-1', 1_000, { at: '2026-11-20T23:59:59.999Z' }))).toEqual(['buyer issued 500']);
    expect(said(await shop.pay('o-2', 1_000, { at: '2026-11-21T00:00:00Z' }))).toEqual(['buyer issued 700']);
  });

  it('a referral stays with the version effective at its winning touch', async () => {
    const shop = await openShop('2026-11-20T12:00:00Z');
    const programId = await shop.publish(share(1000));
    await shop.member('anna', programId);
    await lead(shop, 'early', '2026-11-20T11:00:00Z');
    const second = await shop.publishNext(programId, share(2000));
    shop.setClock('2026-11-25T12:00:00Z');
    await lead(shop, 'late', '2026-11-24T12:00:00Z');
    expect(said(await shop.pay('o-1', 100_000, { by: 'early' }))).toEqual(['referrer issued 10000']);
    const answer = await shop.pay('o-2', 100_000, { by: 'late' });
    expect(said(answer)).toEqual(['referrer issued 20000']);
    expect((await shop.rewards('&orderId=o-2'))[0].versionId).toBe(second);
  });

  it('a rule a later version drops still rewards referrals of before, under the same rule id', async () => {
    const shop = await openShop('2026-11-20T12:00:00Z');
    const programId = await shop.publish(share(1000));
    await shop.member('anna', programId);
    await lead(shop, 'friend', '2026-11-20T11:00:00Z');
    await shop.publishNext(programId, cashback(700));
    shop.setClock('2026-11-25T12:00:00Z');
    expect(said(await shop.pay('o-1', 100_000))).toEqual(['buyer issued 700', 'referrer issued 10000'].sort());
  });

  it('a draft cannot be changed once published', async () => {
    const shop = await openShop();
    const programId = await shop.publish(cashback(500));
    const reply = await shop.ask({ method: 'PUT', url: `/v1/programs/${programId}/versions/1`, body: { document: cashback(900) } });
    expect(reply.status).toBe(409);
  });

  it('each live programme decides on its own', async () => {
    const shop = await openShop();
    const first = await shop.publish(share(1000));
    const second = await shop.publish(program([rule([to('referrer', credit(777))], { if: newcomers })]));
    await shop.member('anna', first);
    await shop.do('POST', '/v1/customers/anna/memberships', { programId: second, actor: 'vera' });
    const answer = await shop.pay('o-1', 100_000, { code: 'ANNA' });
    expect(said(answer)).toEqual(['referrer issued 10000', 'referrer issued 777']);
    expect(answer.attributions.map(({ programId }: Wire) => programId)).toEqual([first, second]);
    expect(answer.attribution.programId).toBe(first);
  });
});

describe('6.6 pauses', () => {
  async function pausedShop(): Promise<{ shop: ContractShop; programId: string }> {
    const shop = await openShop('2026-11-10T12:00:00Z');
    const programId = await shop.publish(simple);
    await shop.member('anna', programId);
    await lead(shop, 'early', '2026-11-09T12:00:00Z');
    shop.setClock('2026-11-15T12:00:00Z');
    await shop.do('POST', `/v1/programs/${programId}/pause`, {});
    shop.setClock('2026-11-18T12:00:00Z');
    await shop.do('POST', `/v1/programs/${programId}/resume`, {});
    shop.setClock('2026-11-20T12:00:00Z');
    return { shop, programId };
  }

  it('refuse an order paid inside for good, from the first instant', async () => {
    const { shop } = await pausedShop();
    for (const [id, at] of [
      ['o-1', '2026-11-15T12:00:00Z'],
      ['o-2', '2026-11-18T11:59:59.999Z'],
    ] as const) {
      const answer = await shop.pay(id, 100_000, { by: `friend-${id}`, code: 'ANNA', at });
      expect([said(answer), refusals(answer)]).toEqual([[], bothRefused('program-paused')]);
    }
    expect(await shop.balance('anna')).toMatchObject({ available: 0, held: 0 });
  });

  it('do not touch an order paid just before or from the instant they end, though it is stored later', async () => {
    const { shop } = await pausedShop();
    for (const [id, at] of [
      ['o-1', '2026-11-15T11:59:59.999Z'],
      ['o-2', '2026-11-18T12:00:00Z'],
    ] as const) {
      expect(said(await shop.pay(id, 100_000, { by: `friend-${id}`, code: 'ANNA', at }))).toEqual([
        'friend issued 10000',
        'referrer issued 10000',
      ]);
    }
  });

  it('a referral started before one survives it', async () => {
    const { shop } = await pausedShop();
    expect(said(await shop.pay('o-1', 100_000, { by: 'early' }))).toEqual(['friend issued 10000', 'referrer issued 10000']);
  });

  it('are idempotent, and do not stop what was granted', async () => {
    const { shop, programId } = await pausedShop();
    await shop.pay('o-1', 100_000, { by: 'early' });
    for (let turn = 0; turn < 2; turn += 1) expect((await shop.do('POST', `/v1/programs/${programId}/pause`, {})).status).toBe('paused');
    expect(await shop.balance('anna')).toMatchObject({ available: 10_000 });
    for (let turn = 0; turn < 2; turn += 1) expect((await shop.do('POST', `/v1/programs/${programId}/resume`, {})).status).toBe('live');
  });
});

describe('6.6 the end', () => {
  it('refuses from its instant on, and grants what was paid before and stored after', async () => {
    const shop = await openShop('2026-11-10T12:00:00Z');
    const programId = await shop.publish(simple);
    await shop.member('anna', programId);
    await shop.do('POST', `/v1/programs/${programId}/end`, {});
    shop.setClock('2026-11-11T12:00:00Z');
    expect(said(await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA', at: '2026-11-10T11:59:59.999Z' }))).toEqual([
      'friend issued 10000',
      'referrer issued 10000',
    ]);
    expect(refusals(await shop.pay('o-2', 100_000, { by: 'f2', code: 'ANNA', at: '2026-11-10T12:00:00Z' }))).toEqual(
      bothRefused('program-ended'),
    );
  });

  it('is for good: an ended programme is neither resumed nor published again', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple);
    await shop.do('POST', `/v1/programs/${programId}/end`, {});
    for (const act of ['pause', 'resume'] as const) {
      const reply = await shop.post(`/v1/programs/${programId}/${act}`, {});
      expect([reply.status, reply.body.code], reply.text).toEqual([409, 'program_state']);
    }
  });
});
