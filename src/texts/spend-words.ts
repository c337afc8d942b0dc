/** How what a programme gives is used: one sentence for each kind of benefit a member can earn, in the order of its rules. */
import type { Benefit, LocalizedText, ProgramDocument } from '../domain/program/document.ts';
import { rulesFor } from '../domain/program/program-rules.ts';
import { moneyWords, pointsWords } from './wording.ts';

const SENTENCES: Readonly<Record<Exclude<Benefit['kind'], 'points'>, LocalizedText>> = {
  credit: {
    ru: 'Бонусами на балансе можно оплатить заказ: скажите о них при оформлении.',
    en: 'Pay for an order with the credit on your balance: say so at the checkout.',
  },
  commission: {
    ru: 'Вознаграждение деньгами выплачивается на счёт: заполните данные для выплаты.',
    en: 'Commission is paid to your account: fill in where to pay it.',
  },
  coupon: {
    ru: 'Купон введите при оформлении заказа.',
    en: 'Enter the coupon at the checkout.',
  },
  gift: { ru: 'Подарок приедет вместе с заказом.', en: 'A gift comes with the order.' },
  donation: {
    ru: 'Тратить здесь ничего не нужно: ваша награда — пожертвование от вашего имени.',
    en: 'There is nothing to spend here: your reward is a donation in your name.',
  },
  perk: { ru: 'Доступ открывается прямо здесь.', en: 'Accesses are opened right here.' },
  choice: { ru: 'Награду на выбор выбирают прямо здесь.', en: 'A reward of your choice is chosen right here.' },
};

/** For a member of the tier (null = of none), who invites or buys. */
export function spendWords(document: ProgramDocument, tierId: string | null): readonly LocalizedText[] {
  const kinds = new Set<Benefit['kind']>();
  for (const rule of rulesFor(document, tierId)) for (const { to, benefit } of rule.grant) if (to !== 'friend') kinds.add(benefit.kind);
  if (kinds.size === 0) return [FOR_FRIENDS];
  if (kinds.size > 1) kinds.delete('donation');
  return [...kinds].map((kind) => (kind === 'points' ? pointsSentence(document) : SENTENCES[kind]));
}

const FOR_FRIENDS: LocalizedText = {
  ru: 'Тратить здесь ничего не нужно: программа дарит тем, кого вы приглашаете.',
  en: 'There is nothing to spend here: the programme gives to those you invite.',
};

function pointsSentence(document: ProgramDocument): LocalizedText {
  const value = document.points?.value ?? null;
  if (value === null) return { ru: 'Баллы копятся для уровня и наград программы.', en: 'Points count towards tiers and rewards.' };
  const of = (locale: 'ru' | 'en') => `${pointsWords(1n, { document }, locale)} = ${moneyWords(value.amountMinor, value, locale)}`;
  return {
    ru: `Баллами можно оплатить заказ: ${of('ru')}. Скажите о них при оформлении.`,
    en: `Pay for an order with points: ${of('en')}. Say so at the checkout.`,
  };
}
