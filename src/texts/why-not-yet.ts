/** Why a referral has not counted yet, or never will: for the friend, for the referrer (coarse, contract.md 6.13) and for staff (all). */
import { type Audience, type AudienceTexts, isRefusalReason, refusalText } from '../contract/refusal-texts.ts';
import type { RefusalReason } from '../domain/decision.ts';
import type { Referral } from '../domain/facts/entities.ts';
import { isReferralRule, type LocalizedText, type PersonHoldReason, type ProgramDocument, type Rule } from '../domain/program/document.ts';
import { assertNever } from '../domain/result.ts';
import { leadingRule } from './offer-sentence.ts';
import { happeningWords, requestWords } from './rule-words.ts';
import { capitalized, dateWords, inBoth, listWords, moneyWords } from './wording.ts';

export interface ToldReferral extends Pick<Referral, 'status' | 'reason' | 'qualifiesAt' | 'expiresAt'> {
  /** The referrer's tier whose rules are the referral's; null = of none. */
  readonly tierId: string | null;
  /** What the referrer's reward waits for besides a date. */
  readonly waitsFor: readonly PersonHoldReason[];
  /** Why the referrer gets nothing for it, though it may count; null = they have or may yet get something. */
  readonly noReward: RefusalReason | 'taken-back' | null;
}

/** Null for a referral that has counted and whose reward waits for nobody: nothing is missing. `document` is the version the referral came under. */
export function whyNotYet(referral: ToldReferral, document: ProgramDocument): AudienceTexts | null {
  switch (referral.status) {
    case 'started':
    case 'joined':
      return waitingForOrder(referral, document);
    case 'ordered':
      return referral.reason === null
        ? withoutReward(referral, waitingForDate(referral, document))
        : notCounted(referral.reason, referral, document);
    case 'refused':
      return notCounted(referral.reason ?? 'condition-not-met', referral, document);
    case 'expired':
      return same('Срок приглашения вышел, а заказа не было.', 'The invitation ran out before an order.', REFERRER_NO_ORDER);
    case 'reversed':
      return same(
        'Заказ возвращён или стал меньше нужного.',
        'The order was refunded, or fell below what is needed.',
        REFERRER_NOT_COUNTED,
      );
    case 'qualified':
      return withoutReward(referral, waitingForPerson(referral));
    default:
      return assertNever(referral.status);
  }
}

const REFERRER_NO_ORDER: LocalizedText = { ru: 'Друг пока ничего не заказал.', en: 'Your friend has not ordered yet.' };
const REFERRER_NOT_COUNTED: LocalizedText = { ru: 'Это приглашение не принесло награду.', en: 'This invitation brought no reward.' };

function same(ru: string, en: string, referrer: LocalizedText): AudienceTexts {
  return { friend: { ru, en }, referrer, staff: { ru, en } };
}

function waitingForOrder({ expiresAt, tierId }: ToldReferral, document: ProgramDocument): AudienceTexts {
  const rule = awaitedRule(document, tierId);
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

/** The rule that gives the friend something, else the one that rewards for the friend. */
function awaitedRule(document: ProgramDocument, tierId: string | null): Rule {
  const rule = leadingRule(document, { to: 'friend', tierId });
  return isReferralRule(rule) ? rule : leadingRule(document, { to: 'member', tierId });
}

const AWAITED: Readonly<Record<PersonHoldReason, LocalizedText>> = {
  review: { ru: 'проверки сотрудником', en: 'a check by staff' },
  'payer-consent': { ru: 'согласия плательщика', en: 'the payer’s consent' },
  'tax-data': { ru: 'данных для налога', en: 'tax data' },
};

const COUNTED: LocalizedText = { ru: 'Приглашение засчитано.', en: 'The invitation has counted.' };

const TAKEN_BACK: AudienceTexts = {
  friend: COUNTED,
  referrer: REFERRER_NOT_COUNTED,
  staff: { ru: 'Награда пригласившего отклонена или отменена.', en: 'The referrer’s reward was denied or taken back.' },
};

/** The referrer waits for nothing that is not coming: a cap, a budget or their standing stops only their own part (contract.md 6.14). */
function withoutReward({ noReward }: ToldReferral, texts: AudienceTexts | null): AudienceTexts | null {
  if (noReward === null) return texts;
  const told = (audience: 'referrer' | 'staff') =>
    noReward === 'taken-back' ? TAKEN_BACK[audience] : refusalText(noReward, null, audience);
  return {
    friend: texts?.friend ?? COUNTED,
    referrer: told('referrer'),
    staff: inBoth((locale) => `${(texts?.staff ?? COUNTED)[locale]} ${told('staff')[locale]}`),
  };
}

/** Counted, and the referrer's reward waits for a person. */
function waitingForPerson({ waitsFor }: ToldReferral): AudienceTexts | null {
  if (waitsFor.length === 0) return null;
  return {
    friend: COUNTED,
    referrer: { ru: 'Приглашение засчитано; награда проверяется.', en: 'The invitation has counted; the reward is being checked.' },
    staff: personWords(waitsFor),
  };
}

function personWords(waitsFor: readonly PersonHoldReason[]): LocalizedText {
  return inBoth((locale) => {
    const reasons = listWords(
      waitsFor.map((reason) => AWAITED[reason][locale]),
      'and',
      locale,
    );
    return locale === 'ru' ? `Награда пригласившего ждёт ${reasons}.` : `The referrer’s reward waits for ${reasons}.`;
  });
}

function waitingForDate(referral: ToldReferral, document: ProgramDocument): AudienceTexts {
  const texts = dateTexts(referral, document);
  if (referral.waitsFor.length === 0) return texts;
  const reasons = personWords(referral.waitsFor);
  return {
    friend: texts.friend,
    referrer: {
      ru: `${texts.referrer.ru} Награда ещё будет проверена.`,
      en: `${texts.referrer.en} The reward will be checked as well.`,
    },
    staff: { ru: `${texts.staff.ru} ${reasons.ru}`, en: `${texts.staff.en} ${reasons.en}` },
  };
}

function dateTexts({ qualifiesAt }: ToldReferral, document: ProgramDocument): AudienceTexts {
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

function notCounted(reason: string, { tierId }: ToldReferral, document: ProgramDocument): AudienceTexts {
  const known = isRefusalReason(reason) ? reason : 'condition-not-met';
  const minimum = known === 'below-minimum' ? leastOrder(document, tierId) : null;
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

function leastOrder(document: ProgramDocument, tierId: string | null): bigint | null {
  const rule = awaitedRule(document, tierId);
  const paid = rule.if.find((condition) => condition.kind === 'paid');
  return paid === undefined ? null : paid.atLeastMinor;
}
