/** A programme that pays commissions and gives mugs, and a payee whose data are right. */
export const rub = (amountMinor: bigint | number) => ({ amountMinor: String(amountMinor), currency: 'RUB' });

export const PARTNERS = {
  name: { ru: 'Партнёры', en: 'Partners' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  enrolment: { mode: 'optIn', if: [] },
  attribution: { windowDays: 60, touch: 'first', lockAt: 'firstPaidOrder' },
  rules: [
    {
      id: 'commission',
      on: 'order.paid',
      if: [],
      grant: { to: 'referrer', benefit: { kind: 'commission', percent: { basisPoints: 1000 } } },
    },
    {
      id: 'gift',
      on: 'custom.thanks',
      if: [],
      grant: { to: 'buyer', benefit: { kind: 'gift', sku: 'MUG', cost: rub(150_000) } },
    },
  ],
  tiers: [],
};

export const MARINA = {
  type: 'individual',
  name: '=Марина Кравцова',
  taxId: '500100732259',
  account: '40817810099910004312',
  bankCode: '044525225',
};
