/** Checks of bonuses that grow with the number of friends (requirement 0-17). */

import type { Benefit } from '../document.ts';
import { largestShare, stepsOf, stepsShare } from '../steps.ts';
import type { Check } from './advice.ts';
import { atRule, type CheckDefinition, type LintContext } from './check.ts';
import { EN, RU } from './numbers-in-words.ts';
import { evidence } from './sources.ts';

const FRIENDS = { ru: ['друга', 'друзей', 'друзей'], en: ['friend', 'friends'] } as const;

export const stepChecks = {
  'steps-cliff': { severity: 'warning', find: findCliffs },
  'friend-number-out-of-reach': { severity: 'warning', find: findFarFriends },
} as const satisfies Partial<Record<Check, CheckDefinition>>;

function findCliffs(context: LintContext) {
  return context.grants.flatMap((leg) => {
    const steps = stepsOf(leg.grant.benefit);
    if (steps === null || steps.mode !== 'retroactive') return [];
    const most = largestShare(steps);
    const crossing = steps.table.find(({ from }) => stepsShare(steps, from) === most);
    if (crossing === undefined || crossing.from === 1) return [];
    const sum = sumOf(leg.grant.benefit, most, context);
    const usual = sumOf(leg.grant.benefit, crossing.amount, context);
    return [
      {
        where: atRule(leg, '/benefit/steps'),
        reason: {
          ru: `Друг номер ${RU.number(crossing.from)} поднимает цену всех прежних: за него одного придётся ${sum.ru} вместо ${usual.ru}, а его возврат столько же отнимет.`,
          en: `Friend number ${EN.number(crossing.from)} raises the price of all before: for that one alone ${sum.en} is due instead of ${usual.en}, and a refund takes as much back.`,
        },
        evidence: evidence('arithmetic', {
          ru: `${RU.number(crossing.from)} × ${usual.ru} минус то, что начислено за прежних.`,
          en: `${EN.number(crossing.from)} × ${usual.en} less what was given for those before.`,
        }),
        cost: null,
        suggestion: {
          ru: 'Платите больше только за следующих друзей или разовую награду за каждый порог.',
          en: 'Pay more for the next friends only, or once for reaching each step.',
          patch: { path: `${leg.path}/benefit/steps/mode`, value: 'marginal' },
        },
      },
    ];
  });
}

function sumOf({ kind }: Benefit, amount: bigint, { document }: LintContext) {
  if (kind !== 'points') return { ru: RU.money(amount, document.currency), en: EN.money(amount, document.currency) };
  return { ru: RU.count(amount, ['балл', 'балла', 'баллов']), en: EN.count(amount, ['point', 'points']) };
}

function findFarFriends(context: LintContext) {
  const { figures } = context;
  // Without a single referral history has nothing to say.
  if (figures === null || figures.mostReferrals === 0) return [];
  return context.rules.flatMap((placed) => {
    const ofConditions = placed.rule.if.flatMap((condition) =>
      condition.kind === 'referralNumber' ? [condition.is ?? condition.atLeast ?? 1] : [],
    );
    const ofSteps = placed.rule.grant.flatMap((grant) => stepsOf(grant.benefit)?.table.at(-1)?.from ?? []);
    const needed = Math.max(0, ...ofConditions, ...ofSteps);
    if (needed <= figures.mostReferrals) return [];
    return [
      {
        where: atRule(placed),
        reason: {
          ru: `Правило ${placed.inWords.ru} обещает что-то за ${RU.count(needed, FRIENDS.ru)}, а больше ${RU.count(figures.mostReferrals, FRIENDS.ru)} не привёл никто.`,
          en: `Rule ${placed.inWords.en} promises something for ${EN.count(needed, FRIENDS.en)}, and nobody has brought more than ${EN.number(figures.mostReferrals)}.`,
        },
        evidence: evidence('own-orders', {
          ru: `Из ${RU.number(figures.customers)} клиентов лучший привёл ${RU.number(figures.mostReferrals)}.`,
          en: `Of ${EN.number(figures.customers)} customers the best has brought ${EN.number(figures.mostReferrals)}.`,
        }),
        cost: null,
        suggestion: { ru: 'Поставьте порог ближе.', en: 'Put the first step nearer.' },
      },
    ];
  });
}
