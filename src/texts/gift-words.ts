/** The same offers told as a gift that the member makes (0-23): what is good for their friend comes first, their own part after it. */
import type { ProgramDocument } from '../domain/program/document.ts';
import type { Locale } from '../domain/words/number-words.ts';
import type { Case } from './benefit-words.ts';

export function isGiftStyle({ offerStyle }: ProgramDocument): boolean {
  return offerStyle === 'gift';
}

/** How the friend's part is named. */
export function friendCase(document: ProgramDocument): Case {
  return isGiftStyle(document) ? 'given' : 'received';
}

interface GiftToFriend {
  readonly theirs: string;
  /** When it becomes theirs: `он оплатит первый заказ`. */
  readonly when: string;
  /** The member's own part, and when where that is another time; null = all of it is the friend's. */
  readonly mine: { readonly gain: string; readonly when: string | null } | null;
}

/** `Подарите другу скидку 10 % …`. */
export function giftToFriendSentence({ theirs, when, mine }: GiftToFriend, locale: Locale): string {
  if (locale === 'ru') {
    const own = mine === null ? '' : `, а вы получите ${mine.gain}${mine.when === null ? '' : `, когда ${mine.when}`}`;
    return `Подарите другу ${theirs}. Он получит подарок, когда ${when.replace(/^он /, '')}${own}.`;
  }
  const own = mine === null ? '' : `, and you get ${mine.gain}${mine.when === null ? '' : ` when ${mine.when}`}`;
  return `Give your friend ${theirs}: it is theirs when ${when}${own}.`;
}

/** `Друг дарит вам скидку 10 % …`; `request` is what the reader is asked to do. */
export function giftFromFriendSentence({ gain, request }: { readonly gain: string; readonly request: string }, locale: Locale): string {
  return locale === 'ru'
    ? `Друг дарит вам ${gain}: ${request}, и подарок ваш.`
    : `Your friend gives you ${gain}: ${request}, and it is yours.`;
}

interface StepWords {
  readonly share: string;
  /** Before what the friend gets, told to the member and to the friend. */
  readonly friendGets: string;
  readonly youGet: string;
}

const STEP_WORDS = {
  reward: {
    ru: { share: 'Поделитесь', friendGets: 'Друг получит', youGet: 'Вы получите' },
    en: { share: 'Share', friendGets: 'Your friend gets', youGet: 'You get' },
  },
  gift: {
    ru: { share: 'Подарите', friendGets: 'Друг получит в подарок', youGet: 'Вы получите в подарок' },
    en: { share: 'Give', friendGets: 'Your friend is given', youGet: 'You are given' },
  },
} as const satisfies Record<string, Record<Locale, StepWords>>;

export function stepWords(document: ProgramDocument, locale: Locale): StepWords {
  return STEP_WORDS[isGiftStyle(document) ? 'gift' : 'reward'][locale];
}
