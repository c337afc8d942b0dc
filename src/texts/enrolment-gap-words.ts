import { refusalText } from '../contract/refusal-texts.ts';
import type { EnrolmentGap } from '../domain/member/enrolment-gaps.ts';
import type { LocalizedText, ProgramDocument } from '../domain/program/document.ts';
import { counted, groupedDigits, type Locale, nounFor } from '../domain/words/number-words.ts';
import { conditionWords } from './condition-words.ts';
import { missingOrders } from './missing-orders.ts';
import { capitalized, inBoth } from './wording.ts';

/** What a customer lacks to take part, told to them: how much of it where it can be counted, else the condition as the terms have it. */
export function enrolmentGapText(gap: EnrolmentGap, document: ProgramDocument): LocalizedText {
  if (gap.reason === 'not-new-customer') return refusalText(gap.reason, null, 'friend');
  return inBoth((locale) => `${capitalized(gapWords(gap, document, locale))}.`);
}

function gapWords({ condition, missing }: EnrolmentGap, document: ProgramDocument, locale: Locale): string {
  const asked = conditionWords(condition, document, locale);
  if (missing?.kind !== 'count') return asked;
  const { count } = missing;
  switch (condition.kind) {
    case 'paidOrders':
      return missingOrders(count, 'paid', locale);
    case 'deliveredOrders':
      return missingOrders(count, 'delivered', locale);
    case 'daysSince':
      return `${asked}: ${locale === 'ru' ? `ещё ${counted(count, 'day', locale)}` : `${groupedDigits(count, locale)} more ${nounFor(count, 'day', locale)}`}`;
    default:
      return asked;
  }
}
