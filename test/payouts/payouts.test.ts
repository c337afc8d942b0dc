/** Cash from the first commission to the bank and back: payee, four eyes, thresholds, register, statement (0-21, 2-02; reliability.md 2, four-eyes). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi, type Reply } from '../support/api.ts';
import { expectSound } from '../support/sound.ts';
import { MARINA, PARTNERS, rub } from './partners.ts';

describe('paying commissions out', () => {
  let api: Api;
  let programId: string;
  let order = 0;
  const books = () => ({ test: api.test, tenantId: api.business.tenantId });
  const staff = (path: string, actor: string, more: object = {}): Promise<Reply> => api.post(path, { actor, ...more });

  const buy = async (referrer: string, totalMinor: number, at = '2026-11-20T11:00:00Z'): Promise<string> => {
    order += 1;
    const id = `o-${order}`;
    const answer = await api.post('/v1/events', {
      id: `e-${order}`,
      type: 'order.paid',
      occurredAt: at,
      customer: { externalId: `friend-${order}` },
      order: { id, total: rub(totalMinor) },
      attribution: { code: referrer.toUpperCase() },
    });
    expect(answer.body.rewards, answer.text).toHaveLength(1);
    return id;
  };

  const join = async (name: string): Promise<void> => {
    await api.ask({ method: 'PUT', url: `/v1/customers/${name}`, body: { email: `${name}@example.com` } });
    expect((await api.post(`/v1/customers/${name}/memberships`, { programId })).status).toBe(201);
    expect((await api.post(`/v1/customers/${name}/codes`, { code: name.toUpperCase() })).status).toBe(201);
  };

  const payable = async () => (await api.get('/v1/customers/marina/payable')).body;
  const balance = async (name: string) => (await api.get(`/v1/customers/${name}`)).body.balances[0];

  beforeAll(async () => {
    api = await openApi();
    const made = await api.post('/v1/programs', { document: PARTNERS });
    expect(made.status, made.text).toBe(201);
    programId = made.body.id;
    const published = await api.post(`/v1/programs/${programId}/versions/1/publish`, { effectiveFrom: '2026-01-01T00:00:00Z' });
    expect(published.status, published.text).toBe(200);
    for (const name of ['marina', 'anna', 'firm', 'pavel']) await join(name);
  });

  it('is off until the payee’s type and tax data are there, and names each field that is missing', async () => {
    await buy('marina', 1_000_000);
    expect(await payable()).toEqual({ hasPayee: false, items: [{ programId, amount: rub(100_000) }] });
    const early = await staff('/v1/payouts', 'olga', { customer: 'marina', programId });
    expect([early.status, early.body.code]).toEqual([409, 'payee_missing']);
    const gaps = await api.ask({
      method: 'PUT',
      url: '/v1/customers/marina/payee',
      body: { type: 'individual', name: 'М', taxId: '500100732258' },
    });
    expect([gaps.status, gaps.body.code]).toEqual([422, 'payee_incomplete']);
    expect(gaps.body.reasons.map((reason: { field: string }) => reason.field)).toEqual(['name', 'taxId', 'account', 'bankCode']);
    const saved = await api.ask({ method: 'PUT', url: '/v1/customers/marina/payee', body: MARINA });
    expect(saved.status, saved.text).toBe(200);
    expect(saved.body).toMatchObject({ type: 'individual', country: 'RU', taxId: '…2259', account: '…4312' });
    // What identifies a payee lies outside the log (contract.md 6.3).
    const [logged] = await api.rows<{ body: string }>(`select body from event where type = 'payee.saved'`);
    expect(logged?.body).not.toContain('5001');
  });

  it('needs someone other than the author, sets the value aside meanwhile, and pays once', async () => {
    const proposed = await staff('/v1/payouts', 'olga', { customer: 'marina', programId, amount: rub(60_000) });
    expect(proposed.status, proposed.text).toBe(201);
    expect(proposed.body).toMatchObject({ status: 'proposed', amount: rub(60_000), author: 'olga', approver: null });
    const { id } = proposed.body;
    expect(await balance('marina')).toMatchObject({ available: '40000', reserved: '60000' });
    expect(await payable()).toEqual({ hasPayee: true, items: [{ programId, amount: rub(40_000) }] });
    const tooMuch = await staff('/v1/payouts', 'olga', { customer: 'marina', programId, amount: rub(40_001) });
    expect([tooMuch.status, tooMuch.body.code, tooMuch.body.missing]).toEqual([422, 'insufficient_balance', rub(1)]);
    const own = await staff(`/v1/payouts/${id}/approve`, 'olga');
    expect([own.status, own.body.code]).toEqual([409, 'payout_same_person']);
    expect((await staff(`/v1/payouts/${id}/paid`, 'olga')).body.code).toBe('payout_state');
    const approved = await staff(`/v1/payouts/${id}/approve`, 'pyotr');
    expect(approved.body, approved.text).toMatchObject({
      status: 'approved',
      approver: 'pyotr',
      tax: { given: rub(60_000), state: 'clear' },
    });
    expect((await staff(`/v1/payouts/${id}/approve`, 'pyotr')).status).toBe(200);
    for (let time = 0; time < 2; time += 1) {
      expect((await staff(`/v1/payouts/${id}/paid`, 'pyotr')).body).toMatchObject({ status: 'paid' });
    }
    expect(await balance('marina')).toMatchObject({ available: '40000', reserved: '0' });
    expect((await staff(`/v1/payouts/${id}/reject`, 'pyotr')).body.code).toBe('payout_state');
  });

  it('gives the value back when a payout is rejected or returned by the bank', async () => {
    const first = (await staff('/v1/payouts', 'olga', { customer: 'marina', programId })).body.id;
    expect((await staff(`/v1/payouts/${first}/reject`, 'pyotr')).body.status).toBe('rejected');
    expect(await balance('marina')).toMatchObject({ available: '40000', reserved: '0' });
    const second = (await staff('/v1/payouts', 'olga', { customer: 'marina', programId })).body.id;
    expect((await staff(`/v1/payouts/${second}/approve`, 'pyotr')).body.tax.given).toEqual(rub(100_000));
    expect((await staff(`/v1/payouts/${second}/failed`, 'pyotr')).body).toMatchObject({ status: 'failed', tax: { given: rub(60_000) } });
    expect(await balance('marina')).toMatchObject({ available: '40000', reserved: '0' });
  });

  it('warns at 80 % of 4,000 ₽ a year and holds at 100 % until it is said how the tax is dealt with', async () => {
    await buy('marina', 2_600_000);
    const near = (await staff('/v1/payouts', 'olga', { customer: 'marina', programId, amount: rub(260_000) })).body.id;
    expect((await staff(`/v1/payouts/${near}/approve`, 'pyotr')).body.tax).toEqual({
      year: '2026',
      currency: 'RUB',
      given: rub(320_000),
      threshold: rub(400_000),
      state: 'near',
    });
    await buy('marina', 400_000);
    const over = (await staff('/v1/payouts', 'olga', { customer: 'marina', programId, amount: rub(80_000) })).body.id;
    const held = await staff(`/v1/payouts/${over}/approve`, 'pyotr');
    expect([held.status, held.body.code, held.body.field]).toEqual([409, 'tax_threshold', 'taxHandling']);
    const handled = await staff(`/v1/payouts/${over}/approve`, 'pyotr', { taxHandling: 'withheld' });
    expect(handled.body, handled.text).toMatchObject({ status: 'approved', taxHandling: 'withheld', tax: { state: 'over' } });
    const years = await api.get('/v1/payouts/tax-years?year=2026');
    expect(years.body.items).toMatchObject([{ tax: { given: rub(400_000), state: 'over' } }]);
  });

  it('asks nothing of those who declare their own income', async () => {
    await buy('firm', 100_000_000);
    const company = {
      type: 'company',
      name: 'ООО «Чай»',
      taxId: '7707083893',
      registrationNumber: '1027700132195',
      branchCode: '773601001',
    };
    const saved = await api.ask({
      method: 'PUT',
      url: '/v1/customers/firm/payee',
      body: { ...company, account: '40702810900000000001', bankCode: '044525225' },
    });
    expect(saved.status, saved.text).toBe(200);
    const { id } = (await staff('/v1/payouts', 'olga', { customer: 'firm', programId })).body;
    expect((await staff(`/v1/payouts/${id}/approve`, 'pyotr')).body).toMatchObject({
      status: 'approved',
      amount: rub(10_000_000),
      tax: null,
    });
  });

  it('holds a gift at the threshold with tax-data, warns before, and gives the place back when it is denied', async () => {
    const thank = async (number: number) =>
      (
        await api.post('/v1/events', {
          id: `thanks-${number}`,
          type: 'custom.thanks',
          occurredAt: '2026-11-20T11:30:00Z',
          customer: { externalId: 'pavel' },
          data: {},
        })
      ).body.rewards[0];
    expect(await thank(1)).toMatchObject({ status: 'issued' });
    expect(await thank(2)).toMatchObject({ status: 'issued' });
    const third = await thank(3);
    expect(third).toMatchObject({ status: 'held', holdReasons: ['tax-data'], heldUntil: null });
    expect((await api.get('/v1/payouts/tax-years?year=2026')).body.items).toHaveLength(2);
    expect((await staff(`/v1/rewards/${third.id}/deny`, 'olga')).body.status).toBe('denied');
    const again = await thank(4);
    expect(again).toMatchObject({ status: 'held', holdReasons: ['tax-data'] });
    expect((await staff(`/v1/rewards/${again.id}/approve`, 'olga')).body.status).toBe('issued');
  });

  it('keeps what is being paid out from a refund, and makes a debt of it', async () => {
    const orderId = await buy('anna', 500_000);
    await api.ask({ method: 'PUT', url: '/v1/customers/anna/payee', body: { ...MARINA, name: 'Анна' } });
    const { id } = (await staff('/v1/payouts', 'olga', { customer: 'anna', programId })).body;
    const refund = await api.post('/v1/events', {
      id: 'r-anna',
      type: 'order.refunded',
      occurredAt: '2026-11-20T11:40:00Z',
      refund: { id: 'r', orderId },
    });
    expect(refund.status, refund.text).toBe(200);
    expect(await balance('anna')).toMatchObject({ available: '0', reserved: '50000', debt: '50000' });
    expect((await staff(`/v1/payouts/${id}/reject`, 'pyotr')).body.status).toBe('rejected');
    expect(await balance('anna')).toMatchObject({ available: '0', reserved: '0', debt: '0' });
  });

  it('writes the register for the bank, safe to open in a table program', async () => {
    const register = await api.get('/v1/payouts/register?locale=ru');
    expect([register.status, register.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const lines = register.text.trim().split('\n');
    expect(register.text.startsWith('\ufeffВыплата;')).toBe(true);
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain(";'=Марина Кравцова;individual;RU;500100732259;");
    expect(lines[1]).toContain(';40817810099910004312;044525225;2600,00;RUB;;');
    expect(lines[2]).toContain(';800,00;RUB;withheld;');
    expect(lines[3]).toContain(';100000,00;RUB;');
    expect((await api.ask({ method: 'GET', url: '/v1/payouts/register', key: await api.keyWith(['read']) })).status).toBe(403);
  });

  it('states an account so that opening, movements and closing agree with the balance', async () => {
    const statement = (await api.get('/v1/customers/marina/statement?currency=RUB')).body;
    const sum = statement.lines.reduce(
      (total: bigint, line: { amount: { amountMinor: string } }) => total + BigInt(line.amount.amountMinor),
      0n,
    );
    expect(statement.opening).toEqual(rub(0));
    expect(statement.closing).toEqual(rub(sum));
    const { available, held, reserved, debt } = await balance('marina');
    expect(sum).toBe(BigInt(available) + BigInt(held) + BigInt(reserved) - BigInt(debt));
    expect(statement.lines.filter((line: { reason: string }) => line.reason === 'payout-paid')).toMatchObject([{ amount: rub(-60_000) }]);
    const table = await api.get('/v1/customers/marina/statement.csv?currency=RUB&locale=en');
    expect(table.text).toContain('Paid out,,-600.00,');
  });

  it('survives replay and erasure: ids stay, tax and bank data go', async () => {
    await expectSound(books());
    expect((await api.ask({ method: 'DELETE', url: '/v1/customers/anna' })).status).toBe(204);
    expect((await api.rows(`select 1 from event_personal where data like '%Анна%'`)).length).toBe(0);
    await expectSound(books());
  });
});
