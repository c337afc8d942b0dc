/** Why a referral has not counted yet, or never will: for the friend, for the referrer (coarse, contract.md 6.13) and for staff (all). */
import { type Audience, type AudienceTexts, isRefusalReason, refusalText } from '../contract/refusal-texts.ts';
import type { Referral } from '../domain/facts/entities.ts';
import type { LocalizedText, ProgramDocument } from '../domain/program/document.ts';
import { assertNever } from '../domain/result.ts';
import { leadingRule } from './offer-sentence.ts';
import { happeningWords, requestWords } from './rule-words.ts';
import { capitalized, dateWords, inBoth, moneyWords } from './wording.ts';

export type ToldReferral = Pick<Referral, 'status' | 'reason' | 'qualifiesAt' | 'expiresAt'>;

/** Null for a referral that has counted: nothing is missing. `document` is the version the referral came under. */
export function whyNotYet(referral: ToldReferral, document: ProgramDocument): AudienceTexts | null {
  switch (referral.status) {
    case 'started':
    case 'joined':
      return waitingForOrder(referral, document);
    case 'ordered':
      return referral.reason === null ? waitingForDate(referral, document) : notCounted(referral.reason, document);
    case 'refused':
      return notCounted(referral.reason ?? 'condition-not-met', document);
    case 'expired':
      return same('Срок приглашения вышел, а заказа не было.', 'The invitation ran out before an order.', REFERRER_NO_ORDER);
    case 'reversed':
      return same(
        'Заказ возвращён или стал меньше нужного.',
        'The order was refunded, or fell below what is needed.',
        REFERRER_NOT_COUNTED,
      );
    case 'qualified':
      return null;
    default:
      return assertNever(referral.status);
  }
}

const REFERRER_NO_ORDER: LocalizedText = { ru: 'Друг пока ничего не заказал.', en: 'Your friend has not ordered yet.' };
const REFERRER_NOT_COUNTED: LocalizedText = { ru: 'Это приглашение не принесло награду.', en: 'This invitation brought no reward.' };

function same(ru: string, en: string, referrer: LocalizedText): AudienceTexts {
  return { friend: { ru, en }, referrer, staff: { ru, en } };
}

function waitingForOrder({ expiresAt }: ToldReferral, document: ProgramDocument): AudienceTexts {
  const rule = leadingRule(document, { to: 'friend', tierId: null });
  const until = inBoth((locale) => {
    if (expiresAt === null) return '';
    const day = dateWords(expiresAt, document.timeZone, locale);
    return locale === 'ru' ? ` Приглашение действует до ${day}` : ` The invitation is good until ${day}.`;
  });
  const asked = inBoth((locale) => {
    const request = capitalized(requestWords(rule, document, locale));
    return locale === 'ru' ? `${request}, и всё будет засчитано.` : `${request}, and it counts.`;
  });
  const awaited = inBoth((locale) => {
    const when = happeningWords(rule, document, { doer: 'friend', locale });
    return locale === 'ru' ? `Ждём, что ${when}.` : `Waiting until ${when}.`;
  });
  return {
    friend: { ru: `${asked.ru}${until.ru}`, en: `${asked.en}${until.en}` },
    referrer: REFERRER_NO_ORDER,
    staff: { ru: `${awaited.ru}${until.ru}`, en: `${awaited.en}${until.en}` },
  };
}

function waitingForDate({ qualifiesAt }: ToldReferral, document: ProgramDocument): AudienceTexts {
  if (qualifiesAt === null) {
    return same('Ждём доставки и конца срока возврата.', 'Waiting for the delivery and for the end of the time for returns.', {
      ru: 'Заказ есть; ждём, пока его можно вернуть.',
      en: 'There is an order; waiting while it can be returned.',
    });
  }
  const text = inBoth((locale) => {
    const day = dateWords(qualifiesAt, document.timeZone, locale);
    return locale === 'ru'
      ? `Станет окончательным ${day}, когда пройдёт срок возврата.`
      : `Final on ${day}, when the time for returns has passed.`;
  });
  return { friend: text, referrer: text, staff: text };
}

function notCounted(reason: string, document: ProgramDocument): AudienceTexts {
  const known = isRefusalReason(reason) ? reason : 'condition-not-met';
  const minimum = known === 'below-minimum' ? leastOrder(document) : null;
  const told = (audience: Audience): LocalizedText => {
    const text = refusalText(known, null, audience);
    if (minimum === null || audience === 'referrer') return text;
    return {
      ru: `${text.ru} Нужен заказ от ${moneyWords(minimum, document, 'ru')}.`,
      en: `${text.en} An order of ${moneyWords(minimum, document, 'en')} or more is needed.`,
    };
  };
  return { friend: told('friend'), referrer: told('referrer'), staff: told('staff') };
}

function leastOrder(document: ProgramDocument): bigint | null {
  const rule = leadingRule(document, { to: 'friend', tierId: null });
  const paid = rule.if.find((condition) => condition.kind === 'paid');
  return paid === undefined ? null : paid.atLeastMinor;
}
