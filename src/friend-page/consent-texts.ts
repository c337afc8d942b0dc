/** What people say yes to on our pages, word for word. A change of words is a new version: what was agreed to before stays as it was. */
import { createHash } from 'node:crypto';
import type { PageLanguage } from './page-language.ts';

/** Who is answerable for the data (GDPR art. 4(7); 152-ФЗ, «оператор»). */
export interface Controller {
  readonly name: string;
  readonly address: string | null;
  /** An e-mail or phone for questions and for taking a consent back. */
  readonly contact: string;
  readonly privacyUrl: string;
}

export type ConsentKind = 'personal-data' | 'advertising' | 'name-on-page';

export interface ConsentText {
  readonly kind: ConsentKind;
  readonly version: string;
  readonly text: string;
  /** SHA-256, hex. */
  readonly hash: string;
}

const VERSION = '1';

const TEXTS: Readonly<Record<ConsentKind, Readonly<Record<PageLanguage, (controller: Controller) => string>>>> = {
  'personal-data': {
    ru: ({ name, contact }) =>
      `Даю согласие: ${name} хранит мою почту или телефон и отметку об этом приглашении, чтобы учесть его при моём заказе. Согласие действует, пока я его не отзову: ${contact}.`,
    en: ({ name, contact }) =>
      `I agree that ${name} keeps my e-mail or phone and a note of this invitation, so that it counts with my order. This holds until I take it back: ${contact}.`,
  },
  advertising: {
    ru: ({ name, contact }) =>
      `Хочу получать от ${name} рекламу и новости на этот адрес. Отказаться можно в любой день: ${contact}. На приглашение это не влияет.`,
    en: ({ name, contact }) =>
      `I want to receive advertising and news from ${name} at this address. I can stop it any day: ${contact}. The invitation does not depend on it.`,
  },
  'name-on-page': {
    ru: ({ name }) =>
      `Даю согласие: ${name} показывает моё имя и мои слова в выбранном виде каждому, кто откроет мою ссылку. Вернуть «не показывать» можно в любой момент.`,
    en: ({ name }) =>
      `I agree that ${name} shows my name and my words, as chosen here, to whoever opens my link. I can go back to “not shown” at any time.`,
  },
};

export function consentText(kind: ConsentKind, controller: Controller, language: PageLanguage): ConsentText {
  const text = TEXTS[kind][language](controller);
  return { kind, version: `${kind}-${VERSION}-${language}`, text, hash: createHash('sha256').update(text).digest('hex') };
}

/** The business as it is named until it has said who is answerable. */
export function namedOnly(shopName: string): Controller {
  return { name: shopName, address: null, contact: '', privacyUrl: '' };
}
