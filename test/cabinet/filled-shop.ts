/** A live shop and Marina in her cabinet: own and friends' orders, something held, something about to expire. */
import { type LiveApi, openLiveApi } from '../support/browser.ts';
import { type CabinetShop, generous, openCabinetShop } from './cabinet-shop.ts';

export interface FilledShop {
  readonly api: LiveApi;
  readonly shop: CabinetShop;
  readonly programId: string;
}

export async function openFilledShop(): Promise<FilledShop> {
  const api = await openLiveApi();
  const shop = await openCabinetShop({}, api);
  await api.ask({ method: 'PATCH', url: '/v1/tenant', body: { name: 'Чайная на углу', locale: 'ru' } });
  await api.ask({
    method: 'PATCH',
    url: '/v1/tenant',
    body: { landingDomains: ['tea.example'], couponUrl: 'https://tea.example/cart?coupon={code}' },
  });
  const programId = await shop.publish(generous);
  await api.ask({ method: 'PUT', url: '/v1/customers/marina', body: { name: 'Марина Светлова' } });
  await shop.join('marina', programId, 'MARINA');
  await shop.pay({ id: 'o-own', total: '500000', customer: { externalId: 'marina' } });
  await api.post('/v1/events', {
    id: 'own-delivered',
    type: 'order.delivered',
    occurredAt: new Date().toISOString(),
    order: { id: 'o-own' },
  });
  await shop.pay({ id: 'o-1', total: '320000', customer: { externalId: 'f1', name: 'Пётр Иванов' }, code: 'MARINA' });
  await shop.pay({ id: 'o-2', total: '250000', customer: { externalId: 'f2', name: 'Анна Белова' }, code: 'MARINA' });
  await api.post('/v1/referrals', { friend: { externalId: 'f3' }, code: 'MARINA' });
  await api.post('/v1/customers/marina/adjustments', {
    amount: { amountMinor: '45000', currency: 'RUB' },
    reason: 'подарок',
    actor: 'olga',
    expiresAt: new Date(Date.now() + 12 * 86_400_000).toISOString(),
  });
  return { api, shop, programId };
}
