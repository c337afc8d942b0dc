import type { LocalizedText } from '../domain/program/document.ts';
import { groupedDigits } from '../domain/words/number-words.ts';
import type { GoalMetric, ProgramGoal } from './program-goal.store.ts';

const COUNTED: Readonly<Record<GoalMetric, LocalizedText>> = {
  friendsOrdered: { ru: 'Приведённые друзья с оплаченным заказом', en: 'Friends brought who paid an order' },
  signUps: { ru: 'Приведённые друзья, которые записались', en: 'Friends brought who signed up' },
  newCustomers: { ru: 'Первые заказы новых покупателей', en: 'First orders of new customers' },
  repeatOrders: { ru: 'Повторные заказы', en: 'Repeat orders' },
  members: { ru: 'Участники программы', en: 'Members of the programme' },
};

/** Where a goal stands, in one sentence. */
export function goalSentence({ metric, target, dueOn }: ProgramGoal, reached: bigint): LocalizedText {
  const { ru, en } = COUNTED[metric];
  return {
    ru: `${ru}: ${groupedDigits(reached, 'ru')} из ${groupedDigits(target, 'ru')} до ${dueOn.split('-').reverse().join('.')}.`,
    en: `${en}: ${groupedDigits(reached, 'en')} of ${groupedDigits(target, 'en')} by ${dueOn}.`,
  };
}
