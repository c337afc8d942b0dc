/** Checks of benefits that can run out. */

import { perksOf } from '../perk.ts';
import type { Check } from './advice.ts';
import { atPerk, type CheckDefinition, type LintContext } from './check.ts';
import { EN, RU } from './numbers-in-words.ts';
import { evidence } from './sources.ts';

export const perkChecks = {
  'perk-without-capacity': { severity: 'warning', find: findOpenPerks },
  'perk-capacity-too-small': { severity: 'warning', find: findScarcePerks },
} as const satisfies Partial<Record<Check, CheckDefinition>>;

function findOpenPerks(context: LintContext) {
  const { document, figures } = context;
  const { currency } = document;
  return perksOf(document).flatMap((perk, index) => {
    if (perk.costMinor === 0n || perk.capacity !== null) return [];
    const holders = holdersOf(context, perk.id);
    const total = holders === null ? null : perk.costMinor * BigInt(holders) * BigInt(perk.perMember);
    const sum =
      total === null
        ? { ru: 'Сколько их понадобится, неизвестно.', en: 'How many will be needed is not known.' }
        : { ru: `По вашей истории — до ${RU.money(total, currency)}.`, en: `By your history, up to ${EN.money(total, currency)}.` };
    return [
      {
        where: atPerk(index, perk.id, '/capacity'),
        reason: {
          ru: `«${perk.name.ru}» стоит ${RU.money(perk.costMinor, currency)} за штуку, и числа мест нет. ${sum.ru}`,
          en: `“${perk.name.en}” costs ${EN.money(perk.costMinor, currency)} each, and their number is not limited. ${sum.en}`,
        },
        evidence:
          figures === null || holders === null
            ? evidence('arithmetic', { ru: 'Стоимость задана, предел — нет.', en: 'The cost is set, the limit is not.' })
            : evidence('own-orders', {
                ru: `Уровней с этой привилегией достигли бы ${RU.number(holders)} из ${RU.number(figures.customers)} клиентов.`,
                en: `${EN.number(holders)} of ${EN.number(figures.customers)} customers would have reached a tier with it.`,
              }),
        cost:
          total === null || total === 0n
            ? null
            : {
                amountMinor: total,
                currency,
                per: 'year' as const,
                how: {
                  ru: `${RU.number(holders ?? 0)} × ${RU.number(perk.perMember)} × ${RU.money(perk.costMinor, currency)}, если возьмут все`,
                  en: `${EN.number(holders ?? 0)} × ${EN.number(perk.perMember)} × ${EN.money(perk.costMinor, currency)}, if all of them take it`,
                },
              },
        suggestion: { ru: 'Укажите, сколько всего.', en: 'Say how many there are in all.' },
      },
    ];
  });
}

function findScarcePerks(context: LintContext) {
  return perksOf(context.document).flatMap((perk, index) => {
    const holders = holdersOf(context, perk.id);
    if (perk.capacity === null || holders === null || holders <= perk.capacity) return [];
    const { capacity } = perk;
    return [
      {
        where: atPerk(index, perk.id, '/capacity'),
        reason: {
          ru: `Мест на «${perk.name.ru}» — ${RU.number(capacity)}, а право на них получили бы ${RU.number(holders)}: ${RU.number(holders - capacity)} останутся ни с чем.`,
          en: `“${perk.name.en}” has ${EN.count(capacity, ['place', 'places'])}, and ${EN.number(holders)} would have a right to one: ${EN.number(holders - capacity)} go without.`,
        },
        evidence: evidence('own-orders', {
          ru: `Уровней с этой привилегией достигли бы ${RU.number(holders)} клиентов.`,
          en: `${EN.count(holders, ['customer', 'customers'])} would have reached a tier with it.`,
        }),
        cost: null,
        suggestion: {
          ru: 'Добавьте мест, поднимите порог или обещайте её не всем.',
          en: 'Add places, raise the threshold, or do not promise it to all.',
        },
      },
    ];
  });
}

/** Customers who have ever met a tier that lists the perk; null when history cannot tell. */
function holdersOf({ document, figures }: LintContext, perkId: string): number | null {
  const reached = document.tiers.filter((tier) => tier.perks.includes(perkId)).map((tier) => figures?.tierReach.get(tier.id));
  return reached.reduce<number | null>((most, next) => (next === undefined ? most : Math.max(most ?? 0, next)), null);
}
