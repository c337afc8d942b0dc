export type OfferLocale = 'ru' | 'en';

const ru = {
  title: 'Приглашение друзей',
  invite: 'Пригласить друга',
  later: 'Не сейчас',
  never: 'Больше не предлагать',
};

const en: typeof ru = {
  title: 'Invite friends',
  invite: 'Invite a friend',
  later: 'Not now',
  never: 'Do not ask again',
};

export const offerTexts: Readonly<Record<OfferLocale, typeof ru>> = { ru, en };
