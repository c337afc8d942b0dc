/** Sentences of the terms that are the same in every programme, since the engine works so in every one (contract.md 6). */
import type { LocalizedText } from '../domain/program/document.ts';
import type { Locale } from '../domain/words/number-words.ts';

const TEXTS = {
  oneAccount: {
    ru: 'Один человек участвует один раз, сколько бы почт и телефонов у него ни было.',
    en: 'A person takes part once, however many e-mail addresses and phones they have.',
  },
  private: {
    ru: 'Ссылку и код отправляют лично знакомым. Публиковать их открыто за вознаграждение нельзя: это реклама.',
    en: 'The link and the code are sent to acquaintances in private. Publishing them for a reward is not allowed: that is advertising.',
  },
  public: {
    ru: 'Открытая публикация ссылки или кода за вознаграждение — реклама: её помечают как рекламу, и там, где реклама запрещена, её нет.',
    en: 'A public post of the link or the code for a reward is advertising: it is marked as such, and not made where advertising is barred.',
  },
  notCounted: {
    ru: 'Не считаются: собственные покупки по своему коду, приглашения по кругу, заказы без оплаты, покупатели, которые уже покупали (где предложение для новых), а также доставка.',
    en: 'These do not count: purchases of one’s own with one’s own code, invitations in a circle, orders without payment, customers who bought before (where the offer is for new ones), and delivery.',
  },
  refunds: {
    ru: 'Когда заказ возвращён целиком, награда за него отменяется; когда частью — уменьшается на ту же долю. Подарок и купон отменяются целиком с полным возвратом.',
    en: 'When an order is refunded in full its reward is taken back; when in part, the reward shrinks by the same share. A gift and a coupon are taken back whole with a full refund.',
  },
  refundDebt: {
    ru: 'Если награда уже потрачена, недостающее вычитается из следующих наград.',
    en: 'If the reward has been spent already, what is missing comes out of later rewards.',
  },
  refundForgiven: {
    ru: 'Если награда уже потрачена, недостающее не взыскивается.',
    en: 'If the reward has been spent already, what is missing is not asked for.',
  },
  noExpiry: { ru: 'Полученное не сгорает.', en: 'What was received does not expire.' },
  changes: {
    ru: 'Изменения касаются нового: приглашение остаётся с теми условиями, при которых пришёл друг. Если условия становятся хуже, мы спрашиваем согласие заново.',
    en: 'Changes concern what is new: an invitation keeps the terms it came under. When the terms become worse we ask for acceptance again.',
  },
  ending: {
    ru: 'Программу можно приостановить или закончить. Приглашение паузу переживает, но заказ, оплаченный в паузу или после конца программы, наград не приносит; начисленное остаётся.',
    en: 'The programme can be paused or ended. An invitation survives a pause, but an order paid during it, or after the end, earns nothing; what was earned stays.',
  },
  personalData: {
    ru: 'Для участия мы храним заказы, приглашения и награды. О друге рекомендатель видит только состояние приглашения. Свои данные можно получить или удалить по просьбе.',
    en: 'To run this we keep orders, invitations and rewards. Of a friend the referrer sees only how the invitation stands. Ask for your data, or for their erasure, at any time.',
  },
  noContacts: {
    ru: 'Контакты друзей мы не собираем: приглашение отправляет сам участник.',
    en: 'We collect no contacts of friends: the member sends the invitation.',
  },
} as const satisfies Record<string, LocalizedText>;

export function standingText(id: keyof typeof TEXTS, locale: Locale): string {
  return TEXTS[id][locale];
}
