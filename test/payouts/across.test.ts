/** Payouts across merges, spellings, erasures, years and banks that send money back (2-02; reliability.md 2, four-eyes). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi, type Reply } from '../support/api.ts';
import { expectSound } from '../support/sound.ts';
import { MARINA, PARTNERS, rub } from './partners.ts';

describe('payouts between people, years and the bank', () => {
  let api: Api;
  let programId: string;
  const books = () => ({ test: api.test, tenantId: api.business.tenantId });
  const staff = (path: string, actor: string, more: object = {}): Promise<Reply> => api.post(path, { actor, ...more });
  let order = 0;

  const earn = async (name: string, totalMinor: number, at: string): Promise<void> => {
    order += 1;
    const answer = await api.post('/v1/events', {
      id: `m-${order}`,
      type: 'order.paid',
      occurredAt: at,
      customer: { externalId: `buyer-${order}` },
      order: { id: `mo-${order}`, total: rub(totalMinor) },
      attribution: { code: name.toUpperCase() },
    });
    expect(answer.body.rewards, answer.text).toHaveLength(1);
  };

  const join = async (name: string): Promise<void> => {
    await api.ask({ method: 'PUT', url: `/v1/customers/${name}`, body: {} });
    await api.post(`/v1/customers/${name}/memberships`, { programId });
    await api.post(`/v1/customers/${name}/codes`, { code: name.toUpperCase() });
    expect((await api.ask({ method: 'PUT', url: `/v1/customers/${name}/payee`, body: { ...MARINA, name } })).status).toBe(200);
  };

  beforeAll(async () => {
    api = await openApi({ now: new Date('2026-12-31T20:00:00Z') });
    programId = (await api.post('/v1/programs', { document: PARTNERS })).body.id;
    await api.post(`/v1/programs/${programId}/versions/1/publish`, { effectiveFrom: '2026-01-01T00:00:00Z' });
    for (const name of ['vera', 'boris', 'gleb', 'zoya']) await join(name);
  });

  it('keeps the bank data of a payee who was merged into another record', async () => {
    await earn('vera', 1_000_000, '2026-12-31T19:00:00Z');
    await api.ask({ method: 'PUT', url: '/v1/customers/vera-2', body: {} });
    const merged = await api.post('/v1/customers/vera-2/merge', { fromId: 'vera', actor: 'olga' });
    expect(merged.status, merged.text).toBeLessThan(300);
    const { id } = (await staff('/v1/payouts', 'olga', { customer: 'vera-2', programId })).body;
    expect((await staff(`/v1/payouts/${id}/approve`, 'pyotr')).status).toBe(200);
    expect((await api.get('/v1/payouts/register')).text).toContain(';vera;individual;RU;500100732259;');
  });

  it('knows the author under another spelling', async () => {
    await earn('zoya', 1_000_000, '2026-12-31T19:00:00Z');
    const { id } = (await staff('/v1/payouts', 'Olga', { customer: 'zoya', programId })).body;
    expect((await staff(`/v1/payouts/${id}/approve`, 'OLGA')).body.code).toBe('payout_same_person');
  });

  it('pays nobody whose tax data went with an erasure', async () => {
    await earn('gleb', 1_000_000, '2026-12-31T19:00:00Z');
    const { id } = (await staff('/v1/payouts', 'olga', { customer: 'gleb', programId })).body;
    expect((await api.ask({ method: 'DELETE', url: '/v1/customers/gleb' })).status).toBe(204);
    expect((await staff(`/v1/payouts/${id}/approve`, 'pyotr')).body.code).toBe('payee_missing');
    expect((await staff(`/v1/payouts/${id}/reject`, 'pyotr')).body.status).toBe('rejected');
  });

  it('counts in the year of the programme’s zone, pays in the next, and gives all of it back when the bank returns it', async () => {
    await earn('boris', 1_000_000, '2026-12-31T19:00:00Z');
    const { id } = (await staff('/v1/payouts', 'olga', { customer: 'boris', programId })).body;
    // Still the old year in Greenwich, the new one in Moscow.
    api.clock.set(new Date('2026-12-31T22:30:00Z'));
    expect((await staff(`/v1/payouts/${id}/approve`, 'pyotr')).body.tax).toMatchObject({ year: '2027', given: rub(100_000) });
    const made = await api.post(`/v1/programs/${programId}/versions`, { document: { ...PARTNERS, timeZone: 'UTC' } });
    expect(made.status, made.text).toBeLessThan(300);
    const published = await api.post(`/v1/programs/${programId}/versions/2/publish`);
    expect(published.status, published.text).toBe(200);
    const paid = await staff(`/v1/payouts/${id}/paid`, 'pyotr');
    expect(paid.body, paid.text).toMatchObject({ status: 'paid', tax: { year: '2026', given: rub(100_000) } });
    expect((await staff(`/v1/payouts/${id}/failed`, 'pyotr')).body.status).toBe('failed');
    expect((await api.get('/v1/customers/boris')).body.balances[0]).toMatchObject({ available: '100000', reserved: '0', debt: '0' });
    const { lines } = (await api.get('/v1/customers/boris/statement')).body;
    expect(lines.slice(-2)).toMatchObject([
      { reason: 'payout-paid', amount: rub(-100_000) },
      { reason: 'payout-came-back', amount: rub(100_000) },
    ]);
    await expectSound(books());
  });
});
