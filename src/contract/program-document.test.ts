import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProgram } from '../../test/support/arbitrary-program.ts';
import { decodeProgramDocument, encodeProgramDocument } from './program-document.ts';

const MOSCOW = { timeZone: 'Europe/Moscow' };
const rub = (amountMinor: string) => ({ amountMinor, currency: 'RUB' });

/** The document of contract.md 5 with its gaps filled. */
const CONTRACT_EXAMPLE = {
  name: { ru: 'Приведи друга', en: 'Refer a friend' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  points: { name: { ru: 'Баллы', en: 'Points' }, value: rub('100') },
  enrolment: { mode: 'automatic', if: [{ deliveredOrders: { atLeast: 1 } }] },
  attribution: { windowDays: 60, touch: 'first', lockAt: 'firstPaidOrder' },
  sharing: 'private',
  percentOf: { tax: 'included' },
  rules: [
    {
      id: 'friend-first-order',
      on: 'order.paid',
      if: [{ newCustomer: true }, { orderNumber: { is: 1 } }, { paid: { atLeast: rub('100000') } }],
      grant: [
        {
          to: 'referrer',
          benefit: { kind: 'credit', percent: { basisPoints: 1000 }, max: rub('50000') },
          hold: { days: 14, from: 'delivery', orFromPaymentDays: 21 },
          expiresAfterDays: 365,
        },
        { to: 'friend', benefit: { kind: 'coupon', percent: { basisPoints: 500 }, use: 'nextOrder', validDays: 90 } },
      ],
      caps: { perReferrer: { count: 20, per: 'year' }, budget: rub('90071992547409931') },
    },
  ],
  tiers: [],
};

const MINIMAL = {
  name: { ru: 'П', en: 'P' },
  currency: 'USD',
  rules: [{ id: 'r', on: 'order.paid', grant: { to: 'buyer', benefit: { kind: 'credit', percent: { basisPoints: 1 } } } }],
};

describe('decodeProgramDocument', () => {
  it('reads the example of the contract with amounts above 2^53 exact', () => {
    const decoded = decodeProgramDocument(CONTRACT_EXAMPLE, MOSCOW);
    expect(decoded).toMatchObject({
      ok: true,
      value: {
        points: { value: { amountMinor: 100n } },
        rules: [
          {
            if: [
              { kind: 'newCustomer', is: true },
              { kind: 'orderNumber', is: 1, atLeast: null },
              { kind: 'paid', atLeastMinor: 100_000n },
            ],
            grant: [
              {
                to: 'referrer',
                benefit: { kind: 'credit', how: 'percent', basisPoints: 1000n, maxMinor: 50_000n, of: 'base' },
                accrue: 'whenPaid',
              },
              { to: 'friend', hold: null, benefit: { kind: 'coupon', use: 'nextOrder', validDays: 90, stackable: false } },
            ],
            caps: { perReferrer: { count: 20, amount: null, per: 'year' }, budget: { unit: 'money', amount: 90_071_992_547_409_931n } },
          },
        ],
      },
    });
  });

  it('fills every default of the contract, the time zone being the tenant’s', () => {
    expect(decodeProgramDocument(MINIMAL, MOSCOW)).toMatchObject({
      ok: true,
      value: {
        timeZone: 'Europe/Moscow',
        points: null,
        enrolment: { mode: 'automatic', if: [{ kind: 'deliveredOrders', atLeast: 1 }] },
        attribution: { windowDays: 60, touch: 'first', lockAt: 'firstPaidOrder' },
        sharing: 'private',
        percentOf: { tax: 'included' },
        shortfall: 'debt',
        budget: null,
        rules: [{ if: [], caps: { perReferrer: null, budget: null } }],
      },
    });
  });

  it('asks for no condition where joining is by choice or by staff', () => {
    for (const mode of ['optIn', 'staff'])
      expect(decodeProgramDocument({ ...MINIMAL, enrolment: { mode } }, MOSCOW)).toMatchObject({ value: { enrolment: { mode, if: [] } } });
  });

  it('tells every fault of form at once, each by its place', () => {
    const broken = {
      name: { ru: 'П' },
      currency: 'рубль',
      colour: 'green',
      attribution: { windowDays: 60.5, touch: 'middle' },
      rules: [
        {
          id: 'r',
          on: 'order.paid',
          grant: {
            to: 'buyer',
            benefit: { kind: 'credit', amount: { amountMinor: 100, currency: 'RUB' } },
            hold: { days: '5', from: 'delivery' },
          },
        },
      ],
      tiers: [{ name: 'Gold', entry: { if: [] } }],
    };
    expect(issuesOf(broken)).toEqual([
      'field_missing /name/en',
      'currency_unknown /currency',
      'value_wrong_type /attribution/windowDays',
      'value_not_allowed /attribution/touch',
      'amount_malformed /rules/0/grant/benefit/amount/amountMinor',
      'value_wrong_type /rules/0/grant/hold/days',
      'field_missing /tiers/0/id',
      'value_wrong_type /tiers/0/name',
      'field_unknown /colour',
    ]);
  });

  const grantOf = (grant: object) => ({
    ...MINIMAL,
    currency: 'RUB',
    points: { name: { ru: 'Б', en: 'P' } },
    rules: [{ id: 'r', on: 'order.paid', grant: [{ to: 'buyer', ...grant }] }],
  });
  const ruleOf = (rule: object) => ({
    ...MINIMAL,
    currency: 'RUB',
    rules: [{ id: 'r', on: 'order.paid', grant: [{ to: 'buyer', benefit: { kind: 'credit', amount: rub('1') } }], ...rule }],
  });
  const benefit = '/rules/0/grant/0/benefit';

  it.each([
    [
      'an unknown kind of benefit',
      grantOf({ benefit: { kind: 'cash', amount: rub('1') } }),
      ['value_not_allowed /rules/0/grant/0/benefit/kind'],
    ],
    ['neither an amount nor a percent', grantOf({ benefit: { kind: 'credit' } }), [`choose_one ${benefit}`]],
    [
      'an amount and a percent',
      grantOf({ benefit: { kind: 'credit', amount: rub('1'), percent: { basisPoints: 1 } } }),
      [`choose_one ${benefit}`],
    ],
    [
      'points both fixed and per amount',
      grantOf({ benefit: { kind: 'points', points: '1', per: { amount: rub('1'), points: '1' } } }),
      [`choose_one ${benefit}`],
    ],
    ['a coupon that discounts nothing', grantOf({ benefit: { kind: 'coupon', use: 'nextOrder' } }), [`choose_one ${benefit}`]],
    [
      'a maximum of a fixed amount',
      grantOf({ benefit: { kind: 'credit', amount: rub('1'), max: rub('2') } }),
      [`max_without_rate ${benefit}/max`],
    ],
    [
      'matching lines of a fixed amount',
      grantOf({ benefit: { kind: 'points', points: '1', of: 'matchingLines' } }),
      [`lines_without_rate ${benefit}/of`],
    ],
    [
      'days without their beginning',
      grantOf({ benefit: { kind: 'credit', amount: rub('1') }, hold: { days: 3 } }),
      ['hold_from_missing /rules/0/grant/0/hold/from'],
    ],
    [
      'a fraction of a basis point',
      grantOf({ benefit: { kind: 'credit', percent: { basisPoints: 0.5 } } }),
      [`value_wrong_type ${benefit}/percent/basisPoints`],
    ],
    [
      'an amount above the largest',
      grantOf({ benefit: { kind: 'credit', amount: rub('9223372036854775808') } }),
      [`amount_malformed ${benefit}/amount/amountMinor`],
    ],
    [
      'money of another currency',
      grantOf({ benefit: { kind: 'gift', sku: 'S', cost: { amountMinor: '1', currency: 'USD' } } }),
      [`currency_mismatch ${benefit}/cost/currency`],
    ],
    [
      'a reward to a company',
      ruleOf({ grant: { to: 'company', benefit: { kind: 'credit', amount: rub('1') } } }),
      ['company_not_supported /rules/0/grant/to'],
    ],
    ['an event no rule listens to', ruleOf({ on: 'order.refunded' }), ['trigger_unknown /rules/0/on']],
    ['two conditions in one pair of braces', ruleOf({ if: [{ newCustomer: true, orderNumber: { is: 1 } }] }), ['choose_one /rules/0/if/0']],
    ['no condition in a pair of braces', ruleOf({ if: [{}] }), ['choose_one /rules/0/if/0']],
    [
      'money of another currency in a condition',
      ruleOf({ if: [{ paid: { atLeast: { amountMinor: '1', currency: 'EUR' } } }] }),
      ['currency_mismatch /rules/0/if/0/paid/atLeast/currency'],
    ],
    [
      'a limit in points on credit',
      ruleOf({
        grant: [{ to: 'referrer', benefit: { kind: 'credit', amount: rub('1') } }],
        caps: { perReferrer: { amount: { points: '5' }, per: 'year' } },
      }),
      ['unit_mismatch /rules/0/caps/perReferrer/amount'],
    ],
    [
      'a point at the place of a single grant',
      ruleOf({ grant: { to: 'referrer', benefit: { kind: 'coupon', freeDelivery: true, use: 'thisOrder' } } }),
      ['coupon_not_for_referrer /rules/0/grant/benefit/use'],
    ],
  ])('refuses %s', (_what, document, expected) => {
    expect(issuesOf(document)).toEqual(expected);
  });

  it('accepts what the referrer gets more only by its author’s word (1-21)', () => {
    const rule = {
      id: 'r',
      on: 'order.paid',
      grant: [
        { to: 'referrer', benefit: { kind: 'credit', amount: rub('200') } },
        { to: 'friend', benefit: { kind: 'credit', amount: rub('100') } },
      ],
    };
    expect(issuesOf({ ...MINIMAL, currency: 'RUB', rules: [rule] })).toEqual(['friend_gets_less /rules/0/grant']);
    expect(issuesOf({ ...MINIMAL, currency: 'RUB', rules: [{ ...rule, allowReferrerMore: true }] })).toEqual([]);
  });

  it('says each reason in Russian and in English', () => {
    const decoded = decodeProgramDocument({ ...MINIMAL, rules: 5, extra: 1 }, MOSCOW);
    expect(decoded.ok ? [] : decoded.error.map((issue) => issue.text)).toEqual([
      { ru: 'Здесь нужно перечисление в [ ].', en: 'Here a list in [ ] is needed.' },
      { ru: 'Такого поля нет: уберите его или проверьте написание.', en: 'There is no such field: remove it or check its spelling.' },
    ]);
  });
});

describe('encodeProgramDocument', () => {
  it('gives back the same document when decoded again, for any programme', () => {
    fc.assert(
      fc.property(arbitraryProgram, (document) => {
        // Through text, as it travels and is stored.
        const sent: unknown = JSON.parse(JSON.stringify(encodeProgramDocument(document)));
        expect(decodeProgramDocument(sent, { timeZone: 'Asia/Tokyo' })).toEqual({ ok: true, value: document });
      }),
    );
  });
});

function issuesOf(document: unknown): string[] {
  const decoded = decodeProgramDocument(document, MOSCOW);
  return decoded.ok ? [] : decoded.error.map((issue) => `${issue.code} ${issue.field}`);
}
