/** Why several levels are not built: each sale would pay everybody above the seller (requirement 3-22; reliability.md 6, pyramid risk). */

import { floorDiv } from '../money/money.ts';
import type { LocalizedText } from './document.ts';
import { EN, RU } from './lint/numbers-in-words.ts';

const WHOLE = 10_000n;

export interface LevelsAsked {
  /** Basis points of the order for each level, nearest first. */
  readonly levels: readonly bigint[];
  readonly marginBasisPoints: bigint;
  readonly orderMinor: bigint;
  readonly currency: string;
}

export interface LevelsVerdict {
  /** Never true: one level is what Sarafan pays. */
  readonly isBuilt: false;
  readonly paidBasisPoints: bigint;
  readonly paidMinor: bigint;
  readonly marginMinor: bigint;
  /** What is left of the margin; below zero where the order loses money. */
  readonly leftBasisPoints: bigint;
  readonly leftMinor: bigint;
  /** By how much prices would have to rise for the order to keep its margin; null where no price would do. */
  readonly priceRiseBasisPoints: bigint | null;
  readonly levels: readonly { readonly level: number; readonly basisPoints: bigint; readonly amountMinor: bigint }[];
  readonly text: LocalizedText;
}

/** The arithmetic of paying several levels on one order. Rewards round down, as everywhere. */
export function judgeLevels(asked: LevelsAsked): LevelsVerdict {
  const { orderMinor, marginBasisPoints } = asked;
  const levels = asked.levels.map((basisPoints, index) => ({
    level: index + 1,
    basisPoints,
    amountMinor: floorDiv(orderMinor * basisPoints, WHOLE),
  }));
  const paidBasisPoints = asked.levels.reduce((sum, level) => sum + level, 0n);
  const paidMinor = levels.reduce((sum, level) => sum + level.amountMinor, 0n);
  const marginMinor = floorDiv(orderMinor * marginBasisPoints, WHOLE);
  const verdict = {
    isBuilt: false as const,
    paidBasisPoints,
    paidMinor,
    marginMinor,
    leftBasisPoints: marginBasisPoints - paidBasisPoints,
    leftMinor: marginMinor - paidMinor,
    priceRiseBasisPoints: priceRise(paidBasisPoints),
    levels,
  };
  return { ...verdict, text: verdictText(asked, verdict) };
}

/** With a share p of the price paid out, today's money is kept at 1 ÷ (1 − p) of today's price. Rounded up. */
function priceRise(paid: bigint): bigint | null {
  return paid >= WHOLE ? null : -floorDiv(-paid * WHOLE, WHOLE - paid);
}

function verdictText(asked: LevelsAsked, verdict: Omit<LevelsVerdict, 'text'>): LocalizedText {
  const { currency, orderMinor, marginBasisPoints, levels } = asked;
  const { paidBasisPoints, paidMinor, marginMinor, leftMinor, leftBasisPoints, priceRiseBasisPoints: rise } = verdict;
  const sum = (words: Pick<typeof RU, 'percent'>): string =>
    levels.length === 1 ? words.percent(paidBasisPoints) : `${levels.map(words.percent).join(' + ')} = ${words.percent(paidBasisPoints)}`;
  const ru = [
    `${sum(RU)} заказа при марже ${RU.percent(marginBasisPoints)}: с заказа на ${RU.money(orderMinor, currency)} отдаётся ` +
      `${RU.money(paidMinor, currency)} из ${RU.money(marginMinor, currency)} маржи.`,
    leftBasisPoints > 0n
      ? `Остаётся ${RU.money(leftMinor, currency)} (${RU.percent(leftBasisPoints)}).`
      : leftBasisPoints === 0n
        ? 'Не остаётся ничего: 0.'
        : `Каждый такой заказ теряет ${RU.money(-leftMinor, currency)}.`,
    rise === null ? 'Никакая цена этого не покроет.' : `Чтобы сохранить прибыль, цены пришлось бы поднять на ${RU.percent(rise)}.`,
    'Несколько уровней не строятся: награду получает только тот, кто сам привёл покупателя. Вместо уровней можно снизить цену.',
  ];
  const en = [
    `${sum(EN)} of the order at a margin of ${EN.percent(marginBasisPoints)}: an order of ${EN.money(orderMinor, currency)} gives away ` +
      `${EN.money(paidMinor, currency)} out of ${EN.money(marginMinor, currency)} of margin.`,
    leftBasisPoints > 0n
      ? `${EN.money(leftMinor, currency)} (${EN.percent(leftBasisPoints)}) is left.`
      : leftBasisPoints === 0n
        ? 'Nothing is left: 0.'
        : `Each such order loses ${EN.money(-leftMinor, currency)}.`,
    rise === null ? 'No price covers this.' : `To keep today’s profit, prices would have to rise by ${EN.percent(rise)}.`,
    'Several levels are not built: only whoever brought the buyer is rewarded. Instead of levels, the price can be lower.',
  ];
  return { ru: ru.join(' '), en: en.join(' ') };
}
