import { wireId } from '../domain/ids.ts';
import type { DemoReport } from './fill-demo.ts';

/** What to look at in a demo, as lines to paste into a terminal. Without the key (a later start) its place is left to the reader. */
export function demoGuide(
  { programId, customers, orders, examples }: DemoReport,
  at: { readonly url: string; readonly secretKey: string | undefined },
): string {
  const looks: readonly (readonly [string, string | undefined])[] = [
    ['Marina, who brought the most friends: balances, codes, referrals', '/v1/customers/c-marina'],
    ['what each of her friends came to', '/v1/customers/c-marina/referrals'],
    ['every movement of her credit, with its cause', '/v1/customers/c-marina/entries'],
    ['Zoya typed her own code: refused, and why', path('/v1/orders/', examples.selfReferralOrderId, '/explanation')],
    ['Kate is paused: her friend got the coupon, she got nothing', path('/v1/orders/', examples.pausedReferrerOrderId, '/explanation')],
    ['Oleg spent what a friend’s return took back: a debt', path('/v1/customers/', examples.debtor)],
    ['the order that was returned', path('/v1/orders/', examples.refundedOrderId)],
    ['an order paid in three parts', path('/v1/orders/', examples.partPaymentsOrderId)],
    ['a coupon that was used', path('/v1/coupons/', examples.couponCode)],
    ['rewards that wait for their return window', '/v1/rewards?status=held'],
    ['the programme itself', `/v1/programs/${wireId('prg', programId)}`],
    ['the API’s own pages', '/docs'],
  ];
  const key = at.secretKey ?? 'YOUR_SECRET_KEY';
  return [
    `A tea shop of ninety days: ${customers} customers, ${orders} orders. Look at:`,
    `  KEY=${key}`,
    ...looks.flatMap(([what, url]) =>
      url === undefined ? [] : [`  # ${what}`, `  curl -s -H "Authorization: Bearer $KEY" '${at.url}${url}'`],
    ),
    '',
  ].join('\n');
}

function path(before: string, id: string | undefined, after = ''): string | undefined {
  return id === undefined ? undefined : `${before}${encodeURIComponent(id)}${after}`;
}
