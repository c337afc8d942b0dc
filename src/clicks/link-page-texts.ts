export type PageLanguage = 'ru' | 'en';
export type LinkPageKind = 'invited' | 'unknown' | 'paused' | 'retired' | 'throttled' | 'unavailable';

export interface LinkPageText {
  readonly title: string;
  readonly text: string;
}

const ru: Record<LinkPageKind, LinkPageText> = {
  invited: { title: 'Вас пригласил друг', text: 'Назовите этот код при заказе: по нему магазин узнает, что вы пришли по приглашению.' },
  unknown: { title: 'Такой ссылки нет', text: 'Возможно, в адресе опечатка. Попросите друга прислать ссылку ещё раз.' },
  paused: {
    title: 'Приглашение на паузе',
    text: 'Сейчас оно не действует, но заказать можно как обычно. Попробуйте открыть ссылку позже.',
  },
  retired: { title: 'Ссылка больше не действует', text: 'Попросите друга прислать новую. Заказать можно и без неё.' },
  throttled: {
    title: 'Слишком много попыток',
    text: 'С вашей сети открывали много ссылок, которых нет. Подождите несколько минут и попробуйте ещё раз.',
  },
  unavailable: { title: 'Скоро вернёмся', text: 'Сейчас ссылку не удаётся открыть. Попробуйте ещё раз через минуту: ссылка не пропадёт.' },
};

const en: Record<LinkPageKind, LinkPageText> = {
  invited: { title: 'A friend invited you', text: 'Give this code when you order: it tells the shop that you came by invitation.' },
  unknown: { title: 'There is no such link', text: 'The address may be mistyped. Ask your friend to send the link again.' },
  paused: { title: 'This invitation is paused', text: 'It is not valid right now, but you can order as usual. Try the link again later.' },
  retired: { title: 'This link is no longer valid', text: 'Ask your friend for a new one. You can order without it, too.' },
  throttled: {
    title: 'Too many attempts',
    text: 'Many links that do not exist were opened from your network. Wait a few minutes and try again.',
  },
  unavailable: {
    title: 'Back in a moment',
    text: 'The link cannot be opened right now. Try again in a minute: the link will still be there.',
  },
};

export const linkPageTexts: Readonly<Record<PageLanguage, Readonly<Record<LinkPageKind, LinkPageText>>>> = { ru, en };

export const linkPageWords: Readonly<Record<PageLanguage, { readonly code: string; readonly toShop: string }>> = {
  ru: { code: 'Код приглашения', toShop: 'Перейти в магазин' },
  en: { code: 'Invitation code', toShop: 'Go to the shop' },
};

/** The language of a visitor by `Accept-Language` (RFC 9110 section 12.5.4): of Russian and English the one wanted more, else the shop's. */
export function choosePageLanguage(acceptLanguage: string | undefined, shopLocale: string): PageLanguage {
  let chosen: PageLanguage | undefined;
  let chosenWeight = 0;
  for (const part of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = part.split(';');
    const language = languageOf(tag);
    const weight = weightOf(parameters);
    if (language === undefined || weight <= chosenWeight) continue;
    chosen = language;
    chosenWeight = weight;
  }
  return chosen ?? languageOf(shopLocale) ?? 'en';
}

function languageOf(tag: string): PageLanguage | undefined {
  const primary = tag.trim().toLowerCase().split('-')[0];
  return primary === 'ru' || primary === 'en' ? primary : undefined;
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return Number.isFinite(weight) ? weight : 0;
}
