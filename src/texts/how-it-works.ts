/** "How it works" in three steps, made of the document: how to invite, how it is tracked, how rewards arrive (2-07). */
import { isReferralRule, type LocalizedText, type ProgramDocument, type Rule } from '../domain/program/document.ts';
import { hasOrder } from '../domain/program/trigger.ts';
import { counted, type Locale } from '../domain/words/number-words.ts';
import { enrolmentWords } from './enrolment-words.ts';
import { friendCase, isGiftStyle, stepWords } from './gift-words.ts';
import { holdsWords } from './hold-words.ts';
import { friendsOwnRule, leadingRule, type Reader } from './offer-sentence.ts';
import { gainWords, happeningWords, requestWords } from './rule-words.ts';
import { capitalized, moneyWords } from './wording.ts';

export interface Step {
  readonly title: string;
  readonly text: string;
}

export interface LocalizedStep {
  readonly title: LocalizedText;
  readonly text: LocalizedText;
}

/** The three steps in both languages. */
export function howItWorksInBoth(document: ProgramDocument, reader: Omit<Reader, 'locale'>): readonly LocalizedStep[] {
  const english = howItWorks(document, { ...reader, locale: 'en' });
  return howItWorks(document, { ...reader, locale: 'ru' }).map((step, index) => ({
    title: { ru: step.title, en: english[index]?.title ?? '' },
    text: { ru: step.text, en: english[index]?.text ?? '' },
  }));
}

export function howItWorks(document: ProgramDocument, reader: Reader): readonly [Step, Step, Step] {
  const rule = leadingRule(document, reader);
  if (reader.to === 'friend') return friendSteps(rule, document, reader.locale);
  return isReferralRule(rule) ? referrerSteps(rule, document, reader) : buyerSteps(rule, document, reader.locale);
}

function referrerSteps(rule: Rule, document: ProgramDocument, { locale, tierId }: Reader): readonly [Step, Step, Step] {
  const window = windowWords(document, locale);
  const when = happeningWords(rule, document, { doer: 'friend', locale });
  const { share, friendGets } = stepWords(document, locale);
  const theirs = gainWords(friendsOwnRule(rule, document, { tierId }) ?? rule, document, {
    to: 'friend',
    locale,
    as: friendCase(document),
  });
  const mine = gainWords(rule, document, { to: 'referrer', locale });
  const hold = holdsWords(
    rule.grant.filter((grant) => grant.to === 'referrer'),
    rule.on,
    locale,
  );
  if (locale === 'ru') {
    return [
      {
        title: share,
        text: `Отправьте другу свою ссылку или код${document.sharing === 'private' ? ' — лично, не публичным постом' : ''}.`,
      },
      { title: 'Друг приходит', text: `Ждём, что ${when}. ${window}${theirs === null ? '' : ` ${friendGets} ${theirs}.`}` },
      { title: 'Вы получаете', text: mine === null ? 'Всё получает друг, вам — наше спасибо.' : `Вы получите ${mine} — ${hold}.` },
    ];
  }
  return [
    {
      title: share,
      text: `Send your link or code to a friend${document.sharing === 'private' ? ', in person and not as a public post' : ''}.`,
    },
    { title: 'Your friend comes', text: `It counts when ${when}. ${window}${theirs === null ? '' : ` ${friendGets} ${theirs}.`}` },
    { title: 'You receive', text: mine === null ? 'All of it goes to your friend; our thanks go to you.' : `You get ${mine}, ${hold}.` },
  ];
}

const FRIEND_TITLES = {
  ru: {
    ...{ link: 'Откройте ссылку', order: 'Сделайте заказ', other: 'Выполните условие' },
    ...{ reward: 'Получите награду', gift: 'Получите подарок', nothing: 'Готово' },
  },
  en: {
    ...{ link: 'Open the link', order: 'Place an order', other: 'Meet the condition' },
    ...{ reward: 'Get your reward', gift: 'Get your gift', nothing: 'Done' },
  },
} as const satisfies Record<Locale, Record<string, string>>;

function friendSteps(rule: Rule, document: ProgramDocument, locale: Locale): readonly [Step, Step, Step] {
  const window = windowWords(document, locale);
  const request = capitalized(requestWords(rule, document, locale));
  const legs = rule.grant.filter((grant) => grant.to === 'friend');
  const gain = gainWords(rule, document, { to: 'friend', locale, as: friendCase(document) });
  const { youGet } = stepWords(document, locale);
  const hold = holdsWords(legs, rule.on, locale);
  const doing = hasOrder(rule.on) ? 'order' : 'other';
  const getting = gain === null ? 'nothing' : isGiftStyle(document) ? 'gift' : 'reward';
  const titles = FRIEND_TITLES[locale];
  if (locale === 'ru') {
    return [
      { title: titles.link, text: `Откройте ссылку друга или введите его код при заказе. ${window}` },
      { title: titles[doing], text: `${request}.` },
      { title: titles[getting], text: gain === null ? 'Отдельной награды за приглашение для вас нет.' : `${youGet} ${gain} — ${hold}.` },
    ];
  }
  return [
    { title: titles.link, text: `Open your friend’s link, or enter the code with your order. ${window}` },
    { title: titles[doing], text: `${request}.` },
    { title: titles[getting], text: gain === null ? 'The invitation has no reward of its own for you.' : `${youGet} ${gain}, ${hold}.` },
  ];
}

function buyerSteps(rule: Rule, document: ProgramDocument, locale: Locale): readonly [Step, Step, Step] {
  const when = happeningWords(rule, document, { doer: 'you', locale });
  const gain = gainWords(rule, document, { to: 'buyer', locale }) ?? '';
  const hold = holdsWords(rule.grant, rule.on, locale);
  const spend = spendWords(document, locale);
  if (locale === 'ru') {
    return [
      { title: 'Участвуйте', text: enrolmentWords(document, locale) },
      { title: 'Делайте', text: `Считаем, когда ${when}.` },
      { title: 'Получайте', text: `Вы получаете ${gain} — ${hold}.${spend}` },
    ];
  }
  return [
    { title: 'Take part', text: enrolmentWords(document, locale) },
    { title: 'Do it', text: `It counts when ${when}.` },
    { title: 'Receive', text: `You get ${gain}, ${hold}.${spend}` },
  ];
}

/** What a point pays; empty where points pay nothing. */
function spendWords({ points }: ProgramDocument, locale: Locale): string {
  if (points?.value === undefined || points.value === null) return '';
  const value = moneyWords(points.value.amountMinor, points.value, locale);
  const point = counted(1, 'point', locale);
  return locale === 'ru' ? ` В оплате ${point} — это ${value}.` : ` At the checkout ${point} pays ${value}.`;
}

export function windowWords(document: ProgramDocument, locale: Locale): string {
  const days = counted(document.attribution.windowDays, 'day', locale);
  return locale === 'ru' ? `Приглашение действует ${days}.` : `An invitation is good for ${days}.`;
}
