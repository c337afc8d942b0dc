export type Locale = 'ru' | 'en';

const ru = {
  cabinet: 'Личный кабинет программы рекомендаций',
  offer: 'Приглашение друзей',
  copy: 'Скопировать',
  copied: 'Скопировано',
  send: 'Отправить…',
  link: 'Ваша ссылка',
  email: 'Почта',
  sms: 'СМС',
  subject: 'Приглашение',
  failed: 'Сейчас не получилось. Обновите страницу чуть позже.',
  noKey: 'В строке скрипта не хватает ключа для страниц: data-key="pk_…".',
};

const en: typeof ru = {
  cabinet: 'My account in the referral programme',
  offer: 'Invite friends',
  copy: 'Copy',
  copied: 'Copied',
  send: 'Send…',
  link: 'Your link',
  email: 'E-mail',
  sms: 'SMS',
  subject: 'An invitation',
  failed: 'That did not work. Reload the page in a moment.',
  noKey: 'The script’s line lacks a key for pages: data-key="pk_…".',
};

export const texts: Readonly<Record<Locale, typeof ru>> = { ru, en };

/** The language of the place an element stands in. */
export function localeOf(element: Element): Locale {
  const lang = element.closest('[lang]')?.getAttribute('lang') ?? navigator.language;
  return lang.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}
