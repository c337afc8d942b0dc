/** What an event did not give or take, and why. */
import { refusalText } from '../contract/refusal-texts.ts';
import type { Missing, RefusalReason } from '../domain/decision.ts';
import { idFromUuid, type ProgramId } from '../domain/ids.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import { counted, groupedDigits, nounFor } from '../domain/words/number-words.ts';
import { beneficiaryText } from './explain-texts.ts';
import { type OrderStory, referredKey, type Sentence, type StoryEvent } from './order-story.ts';
import { both, decidedRuleText, programText, uuidOf } from './telling.ts';

type ToldRefusal = StoryEvent['answer']['refusals'][number];

export function tellRefusals(story: OrderStory, event: StoryEvent): Sentence[] {
  const told = event.answer.refusals.filter((refusal) => isTold(story, event, refusal));
  return told.map((refusal): Sentence => {
    const { ruleId } = refusal;
    const lead = ruleId === null ? unusedText(refusal) : noRewardText(story, event, { ...refusal, ruleId });
    const why = whyText(refusal);
    return { at: event.occurredAt, kind: 'refusal', ru: `${lead.ru}. ${why.ru}`, en: `${lead.en}. ${why.en}` };
  });
}

/**
 * That a programme had ended is told of whom it had brought and not counted yet, and where no other one took the name that was given: of
 * anybody else it would be told for ever.
 */
function isTold(story: OrderStory, event: StoryEvent, { reason, programId }: ToldRefusal): boolean {
  if (reason !== 'program-ended' || programId === null) return true;
  if (event.namesReferrer && event.answer.attributions.length === 0) return true;
  return event.customerId !== null && story.waiting.has(referredKey(uuidOf(programId), event.customerId));
}

function noRewardText(
  story: OrderStory,
  event: StoryEvent,
  { programId, ruleId, beneficiary }: ToldRefusal & { readonly ruleId: string },
): LocalizedText {
  const named = decidedRuleText(story, event, { programId, ruleId });
  const program = programId === null ? null : programText(story, programId);
  return both((l) => {
    const rule = l === 'ru' ? `правило ${named.ru}` : `rule ${named.en}`;
    const role = beneficiary === null ? '' : ` (${beneficiaryText(beneficiary)[l]})`;
    const where = [...(program === null ? [] : [program[l]]), rule].join(', ');
    return l === 'ru' ? `${where}${role}: награды нет` : `${where}${role}: no reward`;
  });
}

/** What no rule refused is what the order brought to pay with: a reservation or a coupon. */
function unusedText({ reason, subject }: ToldRefusal): LocalizedText {
  if (isOfReservation(reason)) return { ru: 'Резерв баланса не списан', en: 'The reserved balance was not spent' };
  const code = subject === undefined ? '' : ` ${subject}`;
  return { ru: `Купон${code} не принят`, en: `The coupon${code} was not accepted` };
}

function isOfReservation(reason: string): boolean {
  return reason === 'reservation-unknown' || reason === 'reservation-expired';
}

/** The reasons that a rule and a coupon share are about something else where a coupon gives them. */
const COUPON_TEXTS: Readonly<Record<string, LocalizedText>> = {
  'condition-not-met': {
    ru: 'В заказе уже есть купон, а вместе они не действуют.',
    en: 'The order has a coupon already, and the two do not go together.',
  },
  'currency-not-in-program': { ru: 'Он в другой валюте, чем заказ.', en: 'It is in another currency than the order.' },
};

function whyText({ ruleId, reason, missing }: ToldRefusal): LocalizedText {
  const ofCoupon = ruleId === null ? COUPON_TEXTS[reason] : undefined;
  if (ofCoupon !== undefined) return ofCoupon;
  const why = refusalReason(reason);
  const lacks = missingOf(missing);
  if (why !== 'wrong-order-number' || lacks?.kind !== 'count') return refusalText(why, lacks, 'staff');
  // A number of orders, which says nothing without the word.
  const { ru, en } = refusalText(why, null, 'staff');
  return { ru: `${ru} До нужного ещё ${counted(lacks.count, 'order', 'ru')}.`, en: `${en} ${moreOrders(lacks.count)} to go.` };
}

function moreOrders(count: number): string {
  return `${groupedDigits(count, 'en')} more ${nounFor(count, 'order', 'en')}`;
}

function missingOf(missing: ToldRefusal['missing']): Missing | null {
  if (missing === null) return null;
  if ('count' in missing) return { kind: 'count', count: missing.count };
  if ('points' in missing)
    return { kind: 'points', points: BigInt(missing.points), programId: idFromUuid<ProgramId>(uuidOf(missing.programId)) };
  return { kind: 'money', amountMinor: BigInt(missing.amountMinor), currency: missing.currency };
}

function refusalReason(reason: string): RefusalReason {
  // Row boundary: the answer's only writer encodes a RefusalReason.
  return reason as RefusalReason;
}
