/** Checks of how long what was given can be spent. */

import type { Check } from './advice.ts';
import { atDocument, atRule, type CheckDefinition, type LintContext, ruleNames } from './check.ts';
import { DAYS, EN, RU } from './numbers-in-words.ts';
import { evidence } from './sources.ts';

export const expiryChecks = {
  'never-expires': { severity: 'note', find: findEndlessValue },
  'expires-before-next-order': { severity: 'warning', find: findShortLives },
  'points-cannot-be-spent': { severity: 'note', find: findDeadPoints },
} as const satisfies Partial<Record<Check, CheckDefinition>>;

function findEndlessValue({ grants }: LintContext) {
  const endless = grants.filter(
    ({ grant }) => (grant.benefit.kind === 'credit' || grant.benefit.kind === 'points') && grant.expiresAfterDays === null,
  );
  const [first] = endless;
  if (first === undefined) return [];
  const names = ruleNames(endless);
  return [
    {
      where: atRule(first, '/expiresAfterDays'),
      reason: {
        ru: `Начисленное не сгорает никогда (${names.ru}): долг перед участниками только растёт.`,
        en: `What is given never expires (${names.en}): what you owe to members only grows.`,
      },
      evidence: evidence('convention', {
        ru: `Без срока — наград в документе: ${RU.number(endless.length)}. Обычный срок — год.`,
        en: `${EN.count(endless.length, ['reward has', 'rewards have'])} no term. A year is usual.`,
      }),
      cost: null,
      suggestion: {
        ru: 'Поставьте срок, через который награда сгорает, и напомните до него.',
        en: 'Set the days after which it expires, and remind before that.',
        patch: { path: `${first.path}/expiresAfterDays`, value: 365 },
      },
    },
  ];
}

function findShortLives({ grants, figures }: LintContext) {
  const cycle = figures?.medianDaysBetweenOrders ?? null;
  if (cycle === null) return [];
  return grants.flatMap((leg) => {
    const { grant } = leg;
    const isCoupon = grant.benefit.kind === 'coupon' && grant.benefit.use === 'nextOrder';
    const life = grant.benefit.kind === 'coupon' ? (isCoupon ? grant.benefit.validDays : null) : grant.expiresAfterDays;
    if (life === null || life >= cycle) return [];
    return [
      {
        where: atRule(leg, isCoupon ? '/benefit/validDays' : '/expiresAfterDays'),
        reason: {
          ru: `Награда правила ${leg.inWords.ru} живёт ${RU.count(life, DAYS.ru)}, а следующий заказ обычно через ${RU.count(cycle, DAYS.ru)}: большинство её не потратит.`,
          en: `The reward of rule ${leg.inWords.en} lives ${EN.count(life, DAYS.en)}, and the next order usually comes after ${EN.count(cycle, DAYS.en)}: most will not spend it.`,
        },
        evidence: evidence('own-orders', {
          ru: `Половина повторных заказов приходит не раньше чем через ${RU.count(cycle, DAYS.ru)}.`,
          en: `Half of the repeated orders come no sooner than after ${EN.count(cycle, DAYS.en)}.`,
        }),
        cost: null,
        suggestion: {
          ru: `Дайте не меньше ${RU.count(cycle * 2, DAYS.ru)}.`,
          en: `Give at least ${EN.count(cycle * 2, DAYS.en)}.`,
          patch: { path: `${leg.path}${isCoupon ? '/benefit/validDays' : '/expiresAfterDays'}`, value: cycle * 2 },
        },
      },
    ];
  });
}

function findDeadPoints({ document, grants }: LintContext) {
  const given = grants.filter(({ grant }) => grant.benefit.kind === 'points');
  if (document.points === null || document.points.value !== null || given.length === 0) return [];
  return [
    {
      where: atDocument('/points/value'),
      reason: {
        ru: `«${document.points.name.ru}» начисляются (наград: ${RU.number(given.length)}), но заплатить ими нельзя.`,
        en: `“${document.points.name.en}” are given (by ${EN.count(given.length, ['reward', 'rewards'])}) and cannot pay for anything.`,
      },
      evidence: evidence('arithmetic', {
        ru: 'Не указано, сколько стоит один балл при оплате.',
        en: 'It is not said what one point is worth at the checkout.',
      }),
      cost: null,
      suggestion: { ru: 'Укажите цену балла, если баллами можно платить.', en: 'Say what a point is worth, if points should pay.' },
    },
  ];
}
