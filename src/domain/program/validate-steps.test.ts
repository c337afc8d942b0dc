import { describe, expect, it } from 'vitest';
import {
  AT_BENEFIT,
  AT_GRANT,
  DOCUMENT,
  enrolIf,
  GRANT,
  issuesOf,
  RULE,
  withGrant,
  withRule,
} from '../../../test/support/program-builders.ts';
import type { Benefit, Condition, Grant, ProgramDocument, Steps } from './document.ts';

const table = [
  { from: 1, amount: 100n },
  { from: 3, amount: 200n },
];
const growing = (steps: Partial<Steps> = {}): Benefit => ({
  kind: 'credit',
  how: 'steps',
  steps: { mode: 'marginal', per: 'life', table, ...steps },
});
const toReferrer = (benefit: Benefit, grant: Partial<Grant> = {}): ProgramDocument => withGrant({ to: 'referrer', benefit, ...grant });
const third: Condition = { kind: 'referralNumber', is: 3, atLeast: null };
const AT_TABLE = `${AT_BENEFIT}/steps/table`;

describe('validateProgram on steps (0-17)', () => {
  it.each<[string, ProgramDocument, string[]]>([
    ['a rising table', toReferrer(growing()), []],
    ['an empty table', toReferrer(growing({ table: [] })), [`list_empty ${AT_TABLE}`]],
    ['a step from nobody', toReferrer(growing({ table: [{ from: 0, amount: 1n }] })), [`number_out_of_range ${AT_TABLE}/0/from`]],
    [
      'a step worth nothing',
      toReferrer(growing({ table: [{ from: 1, amount: 0n }] })),
      [`amount_not_positive ${AT_TABLE}/0/amount/amountMinor`],
    ],
    [
      'points above int64',
      toReferrer({ kind: 'points', how: 'steps', steps: { mode: 'marginal', per: 'life', table: [{ from: 1, amount: 2n ** 63n }] } }),
      [`amount_too_large ${AT_TABLE}/0/points`],
    ],
    [
      'steps out of order',
      toReferrer(growing({ table: [table[1], table[0]].flatMap((step) => step ?? []) })),
      [`steps_not_rising ${AT_TABLE}/1/from`, `steps_not_rising ${AT_TABLE}/1/amount/amountMinor`],
    ],
    [
      'the same step twice',
      toReferrer(growing({ table: [table[0], table[0]].flatMap((step) => step ?? []) })),
      [`steps_not_rising ${AT_TABLE}/1/from`],
    ],
    [
      'a milestone worth less than the one before',
      toReferrer(
        growing({
          mode: 'milestone',
          table: [
            { from: 1, amount: 5n },
            { from: 2, amount: 1n },
          ],
        }),
      ),
      [],
    ],
    ['steps for the friend', withGrant({ to: 'friend', benefit: growing() }), [`steps_not_for_friend ${AT_BENEFIT}/steps`]],
    [
      'steps on a placed order',
      withGrant({ to: 'referrer', benefit: growing() }, { on: 'order.placed' }),
      [`steps_need_payment ${AT_BENEFIT}/steps`],
    ],
    ['steps on a sign-up', withGrant({ to: 'referrer', benefit: growing() }, { on: 'member.signed_up' }), []],
    ['steps with each payment', toReferrer(growing(), { accrue: 'perPayment' }), [`accrual_needs_rate ${AT_GRANT}/accrue`]],
  ])('judges %s', (_name, document, issues) => {
    expect(issuesOf(document)).toEqual(issues);
  });
});

describe('validateProgram on counts and months (0-17, 0-22)', () => {
  it.each<[string, ProgramDocument, string[]]>([
    ['the third friend', withGrant({ to: 'referrer' }, { if: [third] }), []],
    ['the third friend of nobody', withRule({ if: [third] }), ['condition_needs_referral /rules/0/if/0/referralNumber']],
    [
      'the third friend’s order when placed',
      withGrant({ to: 'referrer' }, { on: 'order.placed', if: [third] }),
      ['condition_needs_payment /rules/0/if/0/referralNumber'],
    ],
    [
      'no friend at all',
      withGrant({ to: 'referrer' }, { if: [{ ...third, is: 0 }] }),
      ['number_out_of_range /rules/0/if/0/referralNumber/is'],
    ],
    ['both numbers', withGrant({ to: 'referrer' }, { if: [{ ...third, atLeast: 3 }] }), ['choose_one /rules/0/if/0/referralNumber']],
    ['the third friend of who enrols', enrolIf(third), ['condition_not_for_enrolment /enrolment/if/0/referralNumber']],
    ['a friend brought as new (0-22)', withGrant({ to: 'referrer' }, { if: [{ kind: 'referredAsNew', is: true }] }), []],
    [
      'brought as new where nobody brings',
      withRule({ if: [{ kind: 'referredAsNew', is: true }] }),
      ['condition_needs_referral /rules/0/if/0/referredAsNew'],
    ],
    [
      'brought as new, to enrol',
      enrolIf({ kind: 'referredAsNew', is: true }),
      ['condition_not_for_enrolment /enrolment/if/0/referredAsNew'],
    ],
    ['twelve months', withRule({ if: [{ kind: 'monthsSince', event: 'firstPaidOrder', atMost: 12 }] }), []],
    [
      'no months',
      withRule({ if: [{ kind: 'monthsSince', event: 'touch', atMost: 0 }] }),
      ['number_out_of_range /rules/0/if/0/monthsSince/atMost'],
    ],
    [
      'months since joining, to join',
      enrolIf({ kind: 'monthsSince', event: 'joined', atMost: 1 }),
      ['condition_not_for_enrolment /enrolment/if/0/monthsSince'],
    ],
    [
      'months since an order before the first',
      withRule({
        if: [
          { kind: 'newCustomer', is: true },
          { kind: 'monthsSince', event: 'lastPaidOrder', atMost: 1 },
        ],
      }),
      ['conditions_contradict /rules/0/if/1/monthsSince'],
    ],
    ['who qualifies by nothing', withGrant({ to: 'referrer' }, { on: 'referral.qualified' }), ['trigger_never /rules/0/on']],
    [
      'who qualifies by another rule',
      {
        ...DOCUMENT,
        rules: [
          { ...RULE, id: 'first', grant: [{ ...GRANT, to: 'friend' }] },
          { ...RULE, id: 'bonus', on: 'referral.qualified', grant: [{ ...GRANT, to: 'referrer', benefit: growing() }] },
        ],
      },
      [],
    ],
  ])('judges %s', (_name, document, issues) => {
    expect(issuesOf(document)).toEqual(issues);
  });
});
