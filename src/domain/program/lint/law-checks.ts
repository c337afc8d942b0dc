/** Checks of tax, advertising and terms (reliability.md 6). Engineering input: a lawyer has the last word. */

import { findTaxThreshold } from '../../payout/tax-thresholds.ts';
import type { CapPeriod, Rule } from '../document.ts';
import { benefitCost } from '../give-away.ts';
import type { Check } from './advice.ts';
import { atDocument, atRule, type CheckDefinition, type LintContext, ruleNames } from './check.ts';
import { typicalOrder } from './margin-checks.ts';
import { EN, RU } from './numbers-in-words.ts';
import { evidence } from './sources.ts';

export const lawChecks = {
  'cash-without-tax-data': { severity: 'warning', find: findUntaxedCash },
  'gift-above-threshold': { severity: 'warning', find: findTaxedGifts },
  'public-sharing-for-reward': { severity: 'error', find: findUnmarkedAds },
  'terms-missing': { severity: 'warning', find: findMissingTerms },
} as const satisfies Partial<Record<Check, CheckDefinition>>;

function findUntaxedCash(context: LintContext) {
  const { document, at } = context;
  const threshold = findTaxThreshold(document.currency, at);
  return context.grants.flatMap((leg) => {
    if (leg.grant.benefit.kind !== 'commission' || leg.grant.hold?.reasons.includes('tax-data')) return [];
    const one = benefitCost(leg.grant.benefit, document, typicalOrder(context)) ?? 0n;
    const limit =
      threshold === null || one === 0n
        ? { ru: 'Порог для этой валюты неизвестен.', en: 'The threshold for this currency is not known.' }
        : {
            ru: `Порог ${RU.money(threshold.amountMinor, document.currency)} в год — это ${RU.number(threshold.amountMinor / one)} наград по ${RU.money(one, document.currency)}.`,
            en: `The threshold of ${EN.money(threshold.amountMinor, document.currency)} a year is ${EN.number(threshold.amountMinor / one)} rewards of ${EN.money(one, document.currency)}.`,
          };
    return [
      {
        where: atRule(leg, '/hold/reasons'),
        reason: {
          ru: `Правило ${leg.inWords.ru} даёт деньги, и первая награда не ждёт налоговых данных получателя. ${limit.ru}`,
          en: `Rule ${leg.inWords.en} gives cash, and the first reward does not wait for the payee’s tax data. ${limit.en}`,
        },
        evidence: evidence('giftTax', {
          ru: 'Деньги за приведённого друга обычно — плата за услугу, с неё платят налог.',
          en: 'Cash for bringing a friend is usually a fee for a service, and taxed.',
        }),
        cost: null,
        suggestion: {
          ru: 'Удерживайте награду, пока нет данных для налога, или давайте баланс вместо денег.',
          en: 'Hold the reward until the tax data are there, or give credit instead of cash.',
          patch: { path: `${leg.path}/hold/reasons`, value: [...(leg.grant.hold?.reasons ?? []), 'tax-data'] },
        },
      },
    ];
  });
}

function findTaxedGifts(context: LintContext) {
  const { document, at } = context;
  const threshold = findTaxThreshold(document.currency, at);
  if (threshold === null) return [];
  return context.grants.flatMap((leg) => {
    const { benefit } = leg.grant;
    if (benefit.kind !== 'gift' && benefit.kind !== 'perk' && benefit.kind !== 'choice') return [];
    const one = benefitCost(benefit, document, 0n) ?? 0n;
    const times = leg.grant.to === 'referrer' ? timesInYear(leg.rule) : 1n;
    const inYear = one * times;
    if (inYear <= threshold.amountMinor) return [];
    return [
      {
        where: atRule(leg, '/benefit'),
        reason: {
          ru: `Подарки правила ${leg.inWords.ru} одному человеку за год — до ${RU.money(inYear, document.currency)} (${RU.number(times)} по ${RU.money(one, document.currency)}), без налога — до ${RU.money(threshold.amountMinor, document.currency)}.`,
          en: `Gifts of rule ${leg.inWords.en} to one person in a year come to ${EN.money(inYear, document.currency)} (${EN.number(times)} of ${EN.money(one, document.currency)}); free of tax are up to ${EN.money(threshold.amountMinor, document.currency)}.`,
        },
        evidence: evidence('giftTax', { ru: threshold.source, en: threshold.source }),
        cost: {
          amountMinor: inYear,
          currency: document.currency,
          per: 'year' as const,
          how: { ru: 'одному человеку, при всех наградах', en: 'to one person, with every reward' },
        },
        suggestion: {
          ru: 'Уменьшите предел на человека или стоимость; счётчик по людям и годам Sarafan ведёт сам.',
          en: 'Lower the cap for each person or the cost; Sarafan counts by person and year itself.',
        },
      },
    ];
  });
}

const TIMES_A_YEAR: Readonly<Record<CapPeriod, bigint>> = { day: 365n, month: 12n, year: 1n, life: 1n };

/** How many rewards of the rule one referrer can get in a year: one at least. */
function timesInYear({ caps: { perReferrer } }: Rule): bigint {
  return perReferrer === null || perReferrer.count === null ? 1n : BigInt(perReferrer.count) * TIMES_A_YEAR[perReferrer.per];
}

function findUnmarkedAds(context: LintContext) {
  const { document } = context;
  const paid = context.grants.filter(({ grant }) => grant.to === 'referrer');
  const [first] = paid;
  if (document.sharing !== 'public' || document.marking !== undefined || first === undefined) return [];
  const names = ruleNames(paid);
  return [
    {
      where: atDocument('/sharing'),
      reason: {
        ru: `Ссылками можно делиться публично, и за это платят (${names.ru}): такая публикация — реклама, ей нужна пометка.`,
        en: `Links may be shared in public and are paid for (${names.en}): such a post is an advertisement and has to be marked.`,
      },
      evidence: evidence('adMark', {
        ru: 'Личное сообщение другу — не реклама; пост для всех за награду — реклама с erid и словом «Реклама».',
        en: 'A private message to a friend is no ad; a post to everybody for a reward is one, and the connection must be disclosed.',
      }),
      cost: null,
      suggestion: {
        ru: 'Разрешите только личные приглашения или впишите erid и рекламодателя в маркировку рекламы.',
        en: 'Allow private invitations only, or write erid and advertiser into the mark of advertising.',
        patch: { path: '/sharing', value: 'private' },
      },
    },
  ];
}

/** The public terms are written by the programme itself; what cash needs beside them is the partner's own yes. */
function findMissingTerms(context: LintContext) {
  const { document } = context;
  const agreed = new Set(document.tiers.filter(({ entry }) => entry.acceptance === 'partnerTerms').map(({ id }) => id));
  const open = context.grants.filter(
    (leg) => leg.grant.benefit.kind === 'commission' && leg.grant.to === 'referrer' && !agreed.has(leg.tierId ?? ''),
  );
  const [first] = open;
  if (first === undefined) return [];
  return [
    {
      where: atRule(first),
      reason: {
        ru: `Правило ${first.inWords.ru} платит деньги тем, кто не принимал никаких условий партнёра.`,
        en: `Rule ${first.inWords.en} pays cash to those who have accepted no partner’s terms.`,
      },
      evidence: evidence('hiddenTerms', {
        ru: 'Споры о выплатах начинаются там, где условия не показали и не спросили согласия.',
        en: 'Disputes about pay begin where the terms were neither shown nor agreed to.',
      }),
      cost: null,
      suggestion: {
        ru: 'Перенесите правило на уровень, для которого принимают условия партнёра.',
        en: 'Move the rule to a tier that is entered by accepting the terms of partners.',
      },
    },
  ];
}
