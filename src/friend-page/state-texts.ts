import type { PageLanguage } from './page-language.ts';

/** Where a link leads instead of to an invitation; `invited` when nothing more than the code can be shown. */
export type StatePageKind = 'invited' | 'unknown' | 'paused' | 'expired' | 'retired' | 'throttled' | 'unavailable' | 'kept' | 'busy';

export interface StateText {
  readonly title: string;
  readonly text: string;
}

const ru: Record<StatePageKind, StateText> = {
  invited: { title: 'Вас пригласил друг', text: 'Назовите этот код при заказе: по нему магазин узнает, что вы пришли по приглашению.' },
  unknown: { title: 'Такой ссылки нет', text: 'Возможно, в адресе опечатка. Попросите друга прислать ссылку ещё раз.' },
  paused: {
    title: 'Приглашение на паузе',
    text: 'Сейчас оно не действует, но заказать можно как обычно. Попробуйте открыть ссылку позже.',
  },
  expired: {
    title: 'Приглашение закончилось',
    text: 'Срок этого предложения прошёл. Загляните в магазин: заказать можно как обычно, а новое приглашение может прислать ваш друг.',
  },
  retired: { title: 'Ссылка больше не действует', text: 'Попросите друга прислать новую. Заказать можно и без неё.' },
  throttled: {
    title: 'Слишком много попыток',
    text: 'С вашей сети открывали много ссылок, которых нет. Подождите несколько минут и попробуйте ещё раз.',
  },
  unavailable: { title: 'Скоро вернёмся', text: 'Сейчас ссылку не удаётся открыть. Попробуйте ещё раз через минуту: ссылка не пропадёт.' },
  kept: {
    title: 'Готово, запомнили',
    text: 'Закажите с этой же почтой или телефоном, хоть с другого устройства: действующее приглашение учтётся само.',
  },
  busy: {
    title: 'Немного подождите',
    text: 'С вашей сети пришло много заявок подряд. Попробуйте ещё раз через несколько минут, а код можно назвать при заказе.',
  },
};

const en: Record<StatePageKind, StateText> = {
  invited: { title: 'A friend invited you', text: 'Give this code when you order: it tells the shop that you came by invitation.' },
  unknown: { title: 'There is no such link', text: 'The address may be mistyped. Ask your friend to send the link again.' },
  paused: { title: 'This invitation is paused', text: 'It is not valid right now, but you can order as usual. Try the link again later.' },
  expired: {
    title: 'This invitation is over',
    text: 'The offer has ended. You can order as usual, and your friend may have a new invitation for you.',
  },
  retired: { title: 'This link is no longer valid', text: 'Ask your friend for a new one. You can order without it, too.' },
  throttled: {
    title: 'Too many attempts',
    text: 'Many links that do not exist were opened from your network. Wait a few minutes and try again.',
  },
  unavailable: {
    title: 'Back in a moment',
    text: 'The link cannot be opened right now. Try again in a minute: the link will still be there.',
  },
  kept: {
    title: 'Done, we will remember',
    text: 'Order with the same e-mail or phone, from any device: an invitation that is valid will count by itself.',
  },
  busy: {
    title: 'Wait a little',
    text: 'Many forms came from your network in a row. Try again in a few minutes, or give the code when you order.',
  },
};

export const stateTexts: Readonly<Record<PageLanguage, Readonly<Record<StatePageKind, StateText>>>> = { ru, en };

export const stateWords: Readonly<Record<PageLanguage, { readonly code: string; readonly toShop: string }>> = {
  ru: { code: 'Код приглашения', toShop: 'Перейти в магазин' },
  en: { code: 'Invitation code', toShop: 'Go to the shop' },
};
