/** Every way in which a random shop has proved the engine, the road or the verification wrong, as short as it shrinks; played again for ever. */
import type { Grant, ProgramDocument } from '../../src/domain/program/document.ts';
import type { Play } from './play.ts';
import {
  ANN,
  BOB,
  CAT,
  cancel,
  DAN,
  deliver,
  fixedTo,
  holdFromDelivery,
  merge,
  pay,
  payWithCredit,
  percentTo,
  place,
  playOf,
  programOf,
  refund,
  ruleOf,
  seatWith,
  tierWith,
  wait,
} from './play-builders.ts';
import { CUSTOMERS } from './shop-plan.ts';

const everyPayment = programOf(ruleOf('every', 'order.paid', percentTo('referrer', 1_000n, { accrue: 'perPayment' })));
const everyPaymentHeld = programOf(
  ruleOf('every', 'order.paid', percentTo('referrer', 1_000n, { accrue: 'perPayment', hold: holdFromDelivery })),
);
const sharesAndCoupon = programOf(
  ruleOf('every', 'order.paid', percentTo('referrer', 1_000n, { accrue: 'perPayment' }), fixedTo('friend', 50n)),
);

function growing(mode: 'marginal' | 'retroactive' | 'milestone', rest: Partial<Grant> = {}): ProgramDocument {
  const table = [
    { from: 1, amount: 100n },
    { from: 2, amount: 201n },
  ];
  const grant: Grant = {
    to: 'referrer',
    benefit: { kind: 'credit', how: 'steps', steps: { mode, per: 'life', table: mode === 'milestone' ? table.slice(0, 1) : table } },
    hold: null,
    expiresAfterDays: null,
    accrue: 'whenPaid',
    ...rest,
  };
  return programOf({ ...ruleOf('growing', 'order.paid', grant), if: [{ kind: 'newCustomer', is: true }] });
}

const firstOrderWithCoupon = programOf({
  ...ruleOf('first', 'order.paid', fixedTo('referrer', 10n), {
    to: 'friend',
    benefit: {
      kind: 'coupon',
      discount: { how: 'percent', basisPoints: 500n, maxMinor: null },
      use: 'nextOrder',
      validDays: null,
      stackable: false,
    },
    hold: null,
    expiresAfterDays: null,
    accrue: 'whenPaid',
  }),
  if: [{ kind: 'newCustomer', is: true }],
});

const donationTo = (to: Grant['to'], benefit: Extract<Grant['benefit'], { kind: 'donation' }>, accrue: Grant['accrue']): Grant => ({
  to,
  benefit,
  hold: null,
  expiresAfterDays: null,
  accrue,
});
function donatedShare(basisPoints: bigint): ProgramDocument {
  const benefit = { kind: 'donation', recipient: 'school', how: 'percent', basisPoints, maxMinor: null, of: 'base' } as const;
  return programOf(ruleOf('given', 'order.paid', donationTo('buyer', benefit, 'perPayment')));
}
const donationForTheSecond = programOf({
  ...ruleOf(
    'numbered',
    'order.paid',
    donationTo('referrer', { kind: 'donation', recipient: 'school', how: 'fixed', amountMinor: 30n }, 'whenPaid'),
  ),
  if: [
    { kind: 'newCustomer', is: true },
    { kind: 'referralNumber', is: 2, atLeast: null },
  ],
});

const keptSeat: ProgramDocument = {
  ...programOf(
    ruleOf('thanks', 'order.paid', {
      to: 'buyer',
      benefit: { kind: 'perk', perk: 'seat' },
      hold: null,
      expiresAfterDays: null,
      accrue: 'whenPaid',
    }),
  ),
  perks: [seatWith({ validDays: 1, revokeOnRefund: false })],
};

/** Two orders in a day make a fan for five. */
const fans: ProgramDocument = {
  ...programOf(ruleOf('entered', 'tier.entered', fixedTo('buyer', 50n))),
  tiers: [
    tierWith({ entry: { if: [{ kind: 'paidOrders', atLeast: 2, withinDays: 1 }], acceptance: 'none' }, expiry: { kind: 'days', days: 5 } }),
  ],
};

export const regressions: Readonly<Record<string, Play>> = {
  'an order cancelled before it is paid keeps nothing': playOf(
    [programOf(ruleOf('every', 'order.paid', percentTo('referrer', 1_000n)))],
    {},
    [place(0), cancel(0), pay(0)],
  ),
  'a delivery that waited for the last payment frees what the earlier ones earned': playOf([everyPaymentHeld], {}, [
    pay(0, 0),
    deliver(0),
    pay(0, 1),
    pay(0, 2),
    wait(48),
  ]),
  'a refund of all that was paid so far of an order still being paid leaves its referral': playOf([everyPayment], {}, [
    pay(0, 0),
    refund(0, 0, 400),
    pay(0, 1),
    pay(0, 2),
    refund(0, 1, 100),
  ]),
  'a deposit refunded and then cancelled reverses the referral': playOf([everyPayment], {}, [
    pay(0, 0),
    refund(0, 0, 400),
    cancel(0),
    pay(0, 1),
  ]),
  'a minimum is tested on what is left of the whole order, not of what was paid of it': playOf(
    [programOf({ ...ruleOf('first', 'order.paid', percentTo('referrer', 1_000n)), if: [{ kind: 'paid', atLeastMinor: 700n }] })],
    {},
    [pay(0, 0), refund(0, 0, 200), pay(0, 1), pay(0, 2), refund(0, 1, 200)],
  ),
  'a last payment by credit, which earns nothing, takes nothing from the friend': playOf(
    [sharesAndCoupon],
    { totalMinor: 1_000n, parts: [400n, 600n, 0n] },
    [
      { do: 'adjust', customer: BOB, isPoints: false, program: 0, amount: 600n, lifeHours: null },
      { do: 'reserve', account: 0, percent: 100, order: null, lifeHours: 5 },
      pay(0, 0),
      payWithCredit(0),
    ],
  ),
  'a leg denied after a part of the grant was refunded is no fault of the books': playOf(
    [everyPaymentHeld],
    { totalMinor: 1_534n, parts: [0n, 782n, 752n] },
    [pay(0, 2), refund(0, 0, 2), pay(0), { do: 'deny', reward: 1 }],
  ),
  'a coupon refused on an order is no reason to refuse its referral': playOf(
    [firstOrderWithCoupon],
    {},
    [pay(0), pay(1, 2), { ...pay(2), coupon: 0 }, refund(2, 0, null), pay(1)],
    [1, 2],
  ),
  'a correction grants again what the delivery had earned': playOf(
    [programOf(ruleOf('delivered', 'order.delivered', fixedTo('referrer', 10n), fixedTo('friend', 20n)))],
    {},
    [pay(0), deliver(0), { do: 'correct', customer: BOB, program: 0, referrer: CAT }],
  ),
  'a bonus goes on with the newest friend when the first is cancelled': playOf(
    [growing('milestone')],
    {},
    [pay(0), pay(1), cancel(0)],
    [1],
  ),
  'a bonus for all falls with the friend who lifted it, and is refunded in part from there': playOf(
    [growing('retroactive')],
    {},
    [pay(0), pay(1), refund(1, 0, 300), cancel(0), refund(1, 1, 300)],
    [1],
  ),
  'a bonus held for review is denied, and the newest friend’s is topped up': playOf(
    [growing('milestone', { hold: { days: null, from: 'payment', orFromPaymentDays: null, reasons: ['review'] } })],
    {},
    [pay(0), pay(1), { do: 'deny', reward: 0 }],
    [1],
  ),
  'a friend corrected to another referrer takes the count along': playOf(
    [growing('milestone')],
    {},
    [pay(0), pay(1), { do: 'correct', customer: BOB, program: 0, referrer: CUSTOMERS.length - 1 }, cancel(1)],
    [1],
  ),
  'a donation by each payment is brought to what the order earns when credit pays the rest': playOf(
    [donatedShare(1_000n)],
    { deliveryMinor: 500n, parts: [600n, 400n, 0n] },
    [
      { do: 'adjust', customer: BOB, isPoints: false, program: 0, amount: 400n, lifeHours: null },
      { do: 'reserve', account: 0, percent: 100, order: null, lifeHours: 5 },
      pay(0, 0),
      payWithCredit(0),
    ],
  ),
  'a donation passed on stays given when its friend has another number': playOf(
    [donationForTheSecond],
    {},
    [pay(0), pay(1), { do: 'handOver', reward: 0 }, cancel(0)],
    [1],
  ),
  'a donation lost to a part refund is taken once, not again when the order is told of anew': playOf(
    [donatedShare(15n)],
    { totalMinor: 2_107n, deliveryMinor: 1n, parts: [231n, 1_350n, 526n] },
    [pay(0, 1), pay(0, 0), { do: 'handOver', reward: 1 }, refund(0, 0, 1), place(0)],
  ),
  'a perk that a refund leaves ends in its own time': playOf([keptSeat], {}, [pay(0), refund(0, 0, null), wait(48)]),
  'a full refund followed by another of the rest counts the order out once': playOf(
    [
      {
        ...programOf(ruleOf('every', 'order.paid', percentTo('referrer', 1_000n))),
        enrolment: { mode: 'automatic', if: [{ kind: 'paidOrders', atLeast: 1 }] },
      },
    ],
    {},
    [pay(0), pay(1), refund(0, 0, null), refund(0, 1, null), { do: 'erase', customer: ANN }, pay(2)],
  ),
  'two first orders of one customer, merged, are granted again in the order of their payments': playOf(
    [programOf(ruleOf('every', 'order.paid', percentTo('referrer', 1_000n)))],
    {},
    [
      pay(0),
      { ...pay(1), useCode: false, lateHours: 5 },
      merge(CAT, BOB),
      { do: 'correct', customer: BOB, program: 0, referrer: CUSTOMERS.length - 1 },
    ],
    [1],
  ),
  'whoever is merged into who had brought them was brought by nobody, though the survivor was brought as well': playOf(
    [programOf(ruleOf('every', 'order.paid', percentTo('referrer', 1_000n)))],
    {},
    [{ do: 'correct', customer: ANN, program: 0, referrer: CAT }, pay(0), merge(BOB, ANN), merge(ANN, DAN), pay(1)],
  ),
  'what had qualified of oneself moves with no merge, in whatever order its records are looked at': playOf(
    [programOf(ruleOf('every', 'order.paid', percentTo('referrer', 1_000n)))],
    {},
    [
      { do: 'correct', customer: ANN, program: 0, referrer: CAT },
      pay(0),
      merge(ANN, BOB),
      { do: 'correct', customer: CAT, program: 0, referrer: DAN },
      merge(BOB, DAN),
      pay(1),
    ],
  ),
  'the higher of two tiers goes on by its term, whoever of two merged ones had it': playOf([fans], {}, [
    pay(0),
    pay(1),
    wait(72),
    merge(BOB, CAT),
    merge(DAN, CAT),
    pay(2),
    refund(0, 0, null),
  ]),
};
