import { moneyToWire } from '../contract/resource-encoding.ts';
import { floorDiv, percentFloor } from '../domain/money/money.ts';
import type { LocalizedText, ProgramDocument } from '../domain/program/document.ts';
import { type GiveAway, worstGiveAway } from '../domain/program/give-away.ts';
import { type KnownMargin, type LintKnowledge, lintContext } from '../domain/program/lint/check.ts';
import { typicalOrder } from '../domain/program/lint/margin-checks.ts';
import { EN, RU } from '../domain/program/lint/numbers-in-words.ts';
import { roundOrder } from '../domain/program/lint/order-costs.ts';

/** The most one order gives away, against what the margin leaves of it; `orderMinor` null = a typical order of the shop. */
export function countWorstCase(document: ProgramDocument, known: LintKnowledge, orderMinor: bigint | null) {
  const { currency } = document;
  const context = lintContext(document, known);
  const worst = worstGiveAway(document, orderMinor ?? typicalOrder(context));
  const money = (amountMinor: bigint) => moneyToWire(amountMinor, currency);
  const { margin } = context;
  const ofMargin = margin === null ? null : percentFloor(worst.orderMinor, margin.basisPoints);
  return {
    order: money(worst.orderMinor),
    orderNumber: worst.orderNumber,
    givenAway: money(worst.amountMinor),
    basisPoints: Number(worst.basisPoints),
    perThousand: money(worst.orderMinor === 0n ? 0n : floorDiv(worst.amountMinor * roundOrder(currency), worst.orderMinor)),
    parts: worst.parts.map(({ path, ruleId, tierId, to, amountMinor }) => ({ path, ruleId, tierId, to, amount: money(amountMinor) })),
    unknown: [...worst.unknown],
    margin:
      margin === null || ofMargin === null
        ? null
        : {
            basisPoints: Number(margin.basisPoints),
            from: margin.from,
            amount: money(ofMargin),
            left: money(ofMargin - worst.amountMinor),
          },
    text: wordsOf(worst, { margin, ofMargin, currency }),
  };
}

function wordsOf(
  worst: GiveAway,
  against: { readonly margin: KnownMargin | null; readonly ofMargin: bigint | null; readonly currency: string },
): LocalizedText {
  const { margin, ofMargin, currency } = against;
  const given = {
    ru: `С заказа на ${RU.money(worst.orderMinor, currency)} (по счёту ${RU.number(worst.orderNumber)}) программа отдаёт до ${RU.money(worst.amountMinor, currency)}, это ${RU.percent(worst.basisPoints)}.`,
    en: `On an order of ${EN.money(worst.orderMinor, currency)} (number ${EN.number(worst.orderNumber)}) the programme gives up to ${EN.money(worst.amountMinor, currency)}, that is ${EN.percent(worst.basisPoints)}.`,
  };
  if (margin === null || ofMargin === null) return { ru: `${given.ru} Маржа неизвестна.`, en: `${given.en} The margin is not known.` };
  const left = ofMargin - worst.amountMinor;
  return left < 0n
    ? {
        ru: `${given.ru} Маржа — ${RU.money(ofMargin, currency)}: заказ теряет ${RU.money(-left, currency)}.`,
        en: `${given.en} The margin is ${EN.money(ofMargin, currency)}: the order loses ${EN.money(-left, currency)}.`,
      }
    : {
        ru: `${given.ru} Маржа — ${RU.money(ofMargin, currency)}, остаётся ${RU.money(left, currency)}.`,
        en: `${given.en} The margin is ${EN.money(ofMargin, currency)}, and ${EN.money(left, currency)} is left.`,
      };
}
