/** Checks of who is rewarded and for what. */

import { percentFloor } from '../../money/money.ts';
import { isReferralRule } from '../document.ts';
import { hasOrder } from '../trigger.ts';
import { givesReferrerMore } from '../validate-friend-share.ts';
import type { Check } from './advice.ts';
import { atDocument, atRule, type CheckDefinition, type LintContext } from './check.ts';
import { EN, ORDERS, RU } from './numbers-in-words.ts';
import { estimatedCost, isForNewcomers, narrows } from './order-costs.ts';
import { isMoney } from './price-checks.ts';
import { evidence } from './sources.ts';

export const referralChecks = {
  'pay-for-recruitment': { severity: 'error', find: findPaidRecruitment },
  'friend-gets-nothing': { severity: 'warning', find: findEmptyHandedFriend },
  'gift-offer-without-gift': { severity: 'warning', find: findEmptyGift },
  'referrer-gains-more': { severity: 'warning', find: findGreedyRules },
  'existing-customers-rewarded': { severity: 'warning', find: findOldFriends },
  'pays-regular-purchases': { severity: 'warning', find: findDeadweight },
  'sign-up-rewarded': { severity: 'warning', find: findPaidSignUps },
  'paid-per-event': { severity: 'note', find: findPaidPerEvent },
} as const satisfies Partial<Record<Check, CheckDefinition>>;

function rewardedWithoutPurchase({ grants }: LintContext) {
  return grants.filter(
    ({ rule, grant }) => grant.to === 'referrer' && (rule.on === 'member.signed_up' || rule.on === 'referral.registered'),
  );
}

function findPaidRecruitment(context: LintContext) {
  return rewardedWithoutPurchase(context)
    .filter(({ grant }) => grant.benefit.kind === 'commission')
    .map((leg) => ({
      where: atRule(leg),
      reason: {
        ru: `Правило ${leg.inWords.ru} платит деньги за самого приведённого человека, а не за его покупку.`,
        en: `Rule ${leg.inWords.en} pays money for the recruited person, not for a purchase.`,
      },
      evidence: evidence('koscot', {
        ru: 'Плата за привлечение людей вместо продаж — признак пирамиды.',
        en: 'Pay for recruiting people instead of sales is the mark of a pyramid scheme.',
      }),
      cost: null,
      suggestion: {
        ru: 'Платите за первый оплаченный и не возвращённый заказ.',
        en: 'Pay for the first order that is paid and not returned.',
        patch: { path: `${leg.path.replace(/\/grant\/\d+$/, '')}/on`, value: 'order.paid' },
      },
    }));
}

function findPaidSignUps(context: LintContext) {
  return rewardedWithoutPurchase(context)
    .filter((leg) => isMoney(leg) && leg.grant.benefit.kind !== 'commission')
    .map((leg) => ({
      where: atRule(leg),
      reason: {
        ru: `Правило ${leg.inWords.ru} награждает за регистрацию без покупки: учётные записи можно заводить самому себе.`,
        en: `Rule ${leg.inWords.en} rewards a sign-up without a purchase: anybody can sign themselves up again and again.`,
      },
      evidence: evidence('koscot', {
        ru: 'Регистрация не приносит магазину денег, которыми награда оплачена.',
        en: 'A sign-up brings the shop no money to pay the reward from.',
      }),
      cost: estimatedCost(context, [leg]),
      suggestion: { ru: 'Награждайте за первый оплаченный заказ.', en: 'Reward the first paid order.' },
    }));
}

/**
 * Where there is no order, the event's id is what is paid for (contract.md 6.10): a second sign-up of one person is another reward. The cure is
 * with whoever sends the events, so that publishing asks for no answer.
 */
function findPaidPerEvent({ rules }: LintContext) {
  return rules
    .filter(({ rule }) => !hasOrder(rule.on) && rule.on !== 'tier.entered' && rule.on !== 'referral.qualified' && rule.grant.length > 0)
    .map((placed) => ({
      where: atRule(placed, '/on'),
      reason: {
        ru: `Правило ${placed.inWords.ru} платит за каждое событие: вторая регистрация того же человека под другим номером — вторая награда.`,
        en: `Rule ${placed.inWords.en} pays for each event: a second sign-up of one person under another id is a second reward.`,
      },
      evidence: evidence('arithmetic', {
        ru: 'Заказ платит один раз, сколько бы событий о нём ни пришло. Здесь заказа нет: повтор — только событие с тем же номером.',
        en: 'An order pays once, however many events tell of it. Here is no order: only an event of the same id is a repetition.',
      }),
      cost: null,
      suggestion: {
        ru: 'Пусть магазин составляет номер события из того, за что платят один раз, например signup-<номер клиента>; или платите за заказ.',
        en: 'Have the shop make the event’s id from what is paid for once, such as signup-<customer id>; or pay for an order.',
      },
    }));
}

function findEmptyHandedFriend(context: LintContext) {
  const referrer = context.grants.find(({ grant }) => grant.to === 'referrer');
  if (referrer === undefined || context.grants.some(({ grant }) => grant.to === 'friend')) return [];
  return [
    {
      where: atRule(referrer),
      reason: {
        ru: `Рекомендатель получает награду (правило ${referrer.inWords.ru}), а друг — ничего: рекомендация выглядит продажей.`,
        en: `The referrer is rewarded (rule ${referrer.inWords.en}) and the friend gets nothing: the recommendation looks like a sale.`,
      },
      evidence: evidence('gershon', {
        ru: 'Предложения, от которых выигрывает друг, привлекали больше людей, чем те, от которых выигрывает рекомендатель.',
        en: 'Offers that benefit the recipient recruited more than those that benefit the sender.',
      }),
      cost: null,
      suggestion: { ru: 'Дайте другу не меньше, чем рекомендателю.', en: 'Give the friend at least as much as the referrer.' },
    },
  ];
}

/** The offer speaks of a gift to the friend (0-23): it has to hold one. */
function findEmptyGift({ document, grants }: LintContext) {
  if (document.offerStyle !== 'gift' || grants.some(({ grant }) => grant.to === 'friend')) return [];
  return [
    {
      where: atDocument('/offerStyle'),
      reason: {
        ru: 'Предложение написано как подарок другу, а другу не даёт ничего ни одно правило: обещать нечего.',
        en: 'The offer is worded as a gift to the friend, and no rule gives the friend anything: there is nothing to promise.',
      },
      evidence: evidence('arithmetic', {
        ru: `Наград в правилах — ${RU.number(grants.length)}, из них другу — 0.`,
        en: `The rules give ${EN.count(grants.length, ['reward', 'rewards'])}, 0 of them to the friend.`,
      }),
      cost: null,
      suggestion: {
        ru: 'Дайте другу награду или вернитесь к обычному предложению.',
        en: 'Give the friend a reward, or go back to the usual offer.',
        patch: { path: '/offerStyle', value: 'reward' },
      },
    },
  ];
}

function findGreedyRules(context: LintContext) {
  return context.rules
    .filter(({ rule }) => givesReferrerMore(rule))
    .map((placed) => ({
      where: atRule(placed, '/allowReferrerMore'),
      reason: {
        ru: `По правилу ${placed.inWords.ru} рекомендатель получает больше друга.`,
        en: `By rule ${placed.inWords.en} the referrer gains more than the friend.`,
      },
      evidence: evidence('gershon', {
        ru: 'Предложения, от которых выигрывает друг, привлекали больше людей.',
        en: 'Offers that benefit the recipient recruited more.',
      }),
      cost: null,
      suggestion: { ru: 'Поменяйте стороны местами или сравняйте их.', en: 'Swap the two sides, or make them equal.' },
    }));
}

function findOldFriends(context: LintContext) {
  const { figures } = context;
  return context.rules.flatMap((placed) => {
    const { rule } = placed;
    const legs = context.grants.filter((leg) => leg.rule === rule && isMoney(leg));
    const isChosen = rule.if.some(
      (condition) => condition.kind === 'referredAsNew' || (condition.kind === 'newCustomer' && !condition.is) || isLater(condition),
    );
    if (!isReferralRule(rule) || !hasOrder(rule.on) || legs.length === 0 || isForNewcomers(rule) || isChosen) return [];
    // A share of what a friend pays for some months is not for the first order alone.
    const isRecurring = rule.if.some((condition) => condition.kind === 'monthsSince');
    const cost = estimatedCost(context, legs);
    return [
      {
        where: atRule(placed, '/if'),
        reason: {
          ru: `Правило ${placed.inWords.ru} не спрашивает, новый ли покупатель: скидку друга получит и тот, кто уже покупает.`,
          en: `Rule ${placed.inWords.en} does not ask whether the buyer is new: those who buy already get the friend’s terms too.`,
        },
        evidence:
          figures === null
            ? evidence('kumar', { ru: 'Часть «приглашённых» купила бы и так.', en: 'Some of the “referred” would have bought anyway.' })
            : evidence('own-orders', {
                ru: `${RU.percent(figures.repeatOrdersBasisPoints)} ваших заказов — от тех, кто уже покупал.`,
                en: `${EN.percent(figures.repeatOrdersBasisPoints)} of your orders are from those who had bought before.`,
              }),
        cost:
          cost === null || figures === null || cost.per !== 'month'
            ? cost
            : { ...cost, amountMinor: percentFloor(cost.amountMinor, figures.repeatOrdersBasisPoints) },
        suggestion: {
          ru: isRecurring ? 'Добавьте условие «приведён новым».' : 'Добавьте условие «новый покупатель».',
          en: isRecurring ? 'Add the condition “was new when brought”.' : 'Add the condition “new customer”.',
          patch: { path: `${placed.path}/if/-`, value: isRecurring ? { referredAsNew: true } : { newCustomer: true } },
        },
      },
    ];
  });
}

/** A rule of a friend's later orders is a choice of its own. */
function isLater(condition: LintContext['rules'][number]['rule']['if'][number]): boolean {
  return condition.kind === 'orderNumber' && (condition.is ?? condition.atLeast ?? 1) > 1;
}

function findDeadweight(context: LintContext) {
  const { figures } = context;
  const legs = context.grants.filter(
    (leg) =>
      leg.grant.to === 'buyer' &&
      leg.tierId === null &&
      isMoney(leg) &&
      hasOrder(leg.rule.on) &&
      !isForNewcomers(leg.rule) &&
      !leg.rule.if.some(isForSome),
  );
  const [first] = legs;
  if (first === undefined) return [];
  const cost = estimatedCost(
    context,
    legs.filter(({ rule }) => rule === first.rule),
  );
  const anyway =
    cost === null || figures === null || cost.per !== 'month'
      ? cost
      : { ...cost, amountMinor: percentFloor(cost.amountMinor, figures.repeatOrdersBasisPoints) };
  return [
    {
      where: atRule(first),
      reason: {
        ru: `Правило ${first.inWords.ru} платит за каждый заказ, в том числе за те, что были бы и без него: это дисконтная карта.`,
        en: `Rule ${first.inWords.en} pays for every order, those included that would have come without it: that is a discount card.`,
      },
      evidence:
        figures === null
          ? evidence('wolters', {
              ru: 'У приглашённых клиентов маржа бывала меньше: выгоду надо мерить у себя.',
              en: 'Referred customers sometimes had smaller margins: the gain has to be measured in each shop.',
            })
          : evidence('own-orders', {
              ru: `Повторных заказов уже ${RU.percent(figures.repeatOrdersBasisPoints)} (${RU.count(figures.orders, ORDERS.ru)} всего), без всякой программы.`,
              en: `${EN.percent(figures.repeatOrdersBasisPoints)} of ${EN.count(figures.orders, ORDERS.en)} are repeat orders already, without any programme.`,
            }),
      cost: anyway,
      suggestion: {
        ru: 'Платите за то, чего сейчас нет: рекомендацию, отзыв, прирост; или держите контрольную группу, чтобы знать разницу.',
        en: 'Pay for what there is not yet: a recommendation, a review, growth over the usual; or keep a hold-out group, to know the difference.',
      },
    },
  ];
}

/** A minimum alone leaves a reward of every order one. */
function isForSome(condition: Parameters<typeof narrows>[0]): boolean {
  return condition.kind !== 'paid' && condition.kind !== 'orderNumber' && narrows(condition);
}
