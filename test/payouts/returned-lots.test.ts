/** Payouts of commissions that were spent and came back (2-02, contract.md 6.9). */
import { describe, expect, it } from 'vitest';
import { program, rule, to } from '../contract/programs.ts';
import { openShop } from '../contract/shop.ts';
import { rub } from '../contract/wire.ts';
import { MARINA } from './partners.ts';

const commission = { kind: 'commission', percent: { basisPoints: 1000 } };

describe('a payout of what a refund gave back after its date', () => {
  it.each(['approved', 'paid'])('can fail when it is %s', async (last) => {
    const shop = await openShop();
    const programId = await shop.publish(program([rule([to('referrer', commission, { expiresAfterDays: 30 })])]));
    await shop.member('marina', programId);
    await shop.do('PUT', '/v1/customers/marina/payee', MARINA);
    await shop.pay('o-1', 100_000, { code: 'MARINA' });
    const reservation = await shop.reserve('marina', rub(10_000), { orderId: 'own' });
    await shop.pay('own', 10_000, { by: 'marina', reservations: [reservation] });
    await shop.advance('2027-01-10T12:00:00Z');
    await shop.refund('own', 'r-1');
    expect(await shop.balance('marina')).toMatchObject({ available: 10_000 });

    const { id } = await shop.do('POST', '/v1/payouts', { customer: 'marina', programId, actor: 'olga' });
    await shop.do('POST', `/v1/payouts/${id}/approve`, { actor: 'pyotr' });
    if (last === 'paid') await shop.do('POST', `/v1/payouts/${id}/paid`, { actor: 'pyotr' });
    expect((await shop.do('POST', `/v1/payouts/${id}/failed`, { actor: 'pyotr' })).status).toBe('failed');
    expect(await shop.balance('marina')).toMatchObject({ available: 10_000, reserved: 0, debt: 0 });
  });
});
