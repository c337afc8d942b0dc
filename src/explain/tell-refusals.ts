/** What an event did not give or take, and why. */
import { refusalText } from '../contract/refusal-texts.ts';
import type { Missing, RefusalReason } from '../domain/decision.ts';
import { idFromUuid, type ProgramId } from '../domain/ids.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import { beneficiaryText } from './explain-texts.ts';
import type { OrderStory, Sentence, StoryEvent } from './order-story.ts';
import { both, programText, uuidOf } from './telling.ts';

type ToldRefusal = StoryEvent['answer']['refusals'][number];

export function tellRefusals(story: OrderStory, event: StoryEvent): Sentence[] {
  return event.answer.refusals.map((refusal): Sentence => {
    const lead = refusal.ruleId === null ? unusedText(refusal) : noRewardText(story, refusal);
    const why = whyText(refusal);
    return { at: event.occurredAt, kind: 'refusal', ru: `${lead.ru}. ${why.ru}`, en: `${lead.en}. ${why.en}` };
  });
}

function noRewardText(story: OrderStory, { programId, ruleId, beneficiary }: ToldRefusal): LocalizedText {
  const program = programId === null ? null : programText(story, programId);
  return both((l) => {
    const rule = l === 'ru' ? `правило «${ruleId}»` : `rule “${ruleId}”`;
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
  return ofCoupon ?? refusalText(refusalReason(reason), missingOf(missing), 'staff');
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
