/** The offer in one sentence, made of the rule itself (2-06): changing the rule changes the sentence. */
import { isReferralRule, type ProgramDocument, type Rule } from '../domain/program/document.ts';
import { allRules, rulesFor } from '../domain/program/program-rules.ts';
import type { Locale } from '../domain/words/number-words.ts';
import { friendCase, giftFromFriendSentence, giftToFriendSentence, isGiftStyle } from './gift-words.ts';
import { gainWords, happeningWords, requestWords } from './rule-words.ts';
import { capitalized } from './wording.ts';

export interface Reader {
  readonly locale: Locale;
  /** A member, who invites or buys; or the friend who was invited. */
  readonly to: 'member' | 'friend';
  /** The tier the rules of which apply; null = of none. */
  readonly tierId: string | null;
}

/** What is offered, in one sentence; for a friend without a benefit, that there is an invitation. Never empty. */
export function offerSentence(document: ProgramDocument, reader: Reader): string {
  const rule = leadingRule(document, reader);
  if (reader.to === 'friend') return friendSentence(rule, document, reader.locale);
  return isReferralRule(rule) ? memberSentence(rule, document, reader) : buyerSentence(rule, document, reader.locale);
}

/** The rule an offer leads with: the first that gives the reader's side something, referrals before purchases. */
export function leadingRule(document: ProgramDocument, { to, tierId }: Pick<Reader, 'to' | 'tierId'>): Rule {
  const rules = rulesFor(document, tierId);
  const side = to === 'friend' ? 'friend' : 'referrer';
  const wanted =
    rules.find((rule) => rule.grant.some((grant) => grant.to === side)) ?? (to === 'member' ? rules.find(isReferralRule) : undefined);
  const found = wanted ?? rules[0] ?? allRules(document)[0];
  if (found === undefined) throw new Error('a valid document has a rule');
  return found;
}

/** Another rule that gives the friend something, for an offer whose own rule does not; null when there is none. */
export function friendsOwnRule(rule: Rule, document: ProgramDocument, { tierId }: Pick<Reader, 'tierId'>): Rule | null {
  if (rule.grant.some((grant) => grant.to === 'friend')) return null;
  return rulesFor(document, tierId).find((other) => other.grant.some((grant) => grant.to === 'friend')) ?? null;
}

function friendSentence(rule: Rule, document: ProgramDocument, locale: Locale): string {
  const gain = gainWords(rule, document, { to: 'friend', locale, as: friendCase(document) });
  const name = document.name[locale];
  if (gain === null) {
    return locale === 'ru' ? `Вас пригласили по программе «${name}».` : `You were invited through the programme “${name}”.`;
  }
  const request = requestWords(rule, document, locale);
  if (isGiftStyle(document)) return giftFromFriendSentence({ gain, request }, locale);
  const deed = capitalized(request);
  return locale === 'ru' ? `${deed} и получите ${gain}.` : `${deed} and get ${gain}.`;
}

function memberSentence(rule: Rule, document: ProgramDocument, { locale, tierId }: Reader): string {
  const mine = gainWords(rule, document, { to: 'referrer', locale });
  const theirs = gainWords(rule, document, { to: 'friend', locale, as: friendCase(document) });
  const when = happeningWords(rule, document, { doer: 'they', locale });
  const other = friendsOwnRule(rule, document, { tierId });
  const gift = isGiftStyle(document) ? giftOf({ mine, when, theirs }, { rule: other, document, locale }) : null;
  if (gift !== null) return gift;
  if (other !== null && mine !== null) return twoRulesSentence({ mine, when }, { rule: other, document, locale });
  if (locale === 'ru') {
    const gains = [
      theirs === null ? null : `он получит ${theirs}`,
      mine === null ? null : theirs === null ? `вы получите ${mine}` : `а вы — ${mine}`,
    ];
    return `Пригласите друга: когда ${when}, ${gains.filter((gain) => gain !== null).join(', ')}.`;
  }
  const gains = [theirs === null ? null : `they get ${theirs}`, mine === null ? null : `you get ${mine}`];
  return `Invite a friend: when ${when}, ${gains.filter((gain) => gain !== null).join(' and ')}.`;
}

/** Null where nobody gives the friend anything: there is nothing to make a gift of. */
function giftOf(
  { mine, when, theirs }: { readonly mine: string | null; readonly when: string; readonly theirs: string | null },
  { rule, document, locale }: { readonly rule: Rule | null; readonly document: ProgramDocument; readonly locale: Locale },
): string | null {
  if (theirs !== null) return giftToFriendSentence({ theirs, when, mine: mine === null ? null : { gain: mine, when: null } }, locale);
  const own = rule === null ? null : gainWords(rule, document, { to: 'friend', locale, as: 'given' });
  if (rule === null || own === null) return null;
  const first = happeningWords(rule, document, { doer: 'they', locale });
  return giftToFriendSentence({ theirs: own, when: first, mine: mine === null ? null : { gain: mine, when } }, locale);
}

/** The friend is rewarded for one thing and the referrer for another. */
function twoRulesSentence(
  { mine, when }: { readonly mine: string; readonly when: string },
  { rule, document, locale }: { readonly rule: Rule; readonly document: ProgramDocument; readonly locale: Locale },
): string {
  const theirs = gainWords(rule, document, { to: 'friend', locale }) ?? '';
  const first = happeningWords(rule, document, { doer: 'they', locale });
  return locale === 'ru'
    ? `Пригласите друга: он получит ${theirs}, когда ${first}, а вы — ${mine}, когда ${when}.`
    : `Invite a friend: they get ${theirs} when ${first}, and you get ${mine} when ${when}.`;
}

function buyerSentence(rule: Rule, document: ProgramDocument, locale: Locale): string {
  const gain = gainWords(rule, document, { to: 'buyer', locale }) ?? '';
  const when = happeningWords(rule, document, { doer: 'you', locale });
  return locale === 'ru' ? `Когда ${when}, вы получаете ${gain}.` : `When ${when}, you get ${gain}.`;
}
