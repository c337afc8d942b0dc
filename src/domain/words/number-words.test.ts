import { expect, it } from 'vitest';
import { EN, RU } from '../program/lint/numbers-in-words.ts';
import { counted, groupedDigits, percentWords } from './number-words.ts';

it('advice, terms and mail write one number one way', () => {
  for (const rate of [5n, 55n, 550n, 2_000n, 10_000n]) {
    expect(RU.percent(rate)).toBe(percentWords(rate, 'ru'));
    expect(EN.percent(rate)).toBe(percentWords(rate, 'en'));
  }
  expect(RU.percent(6_234n)).toBe('62,34 %');
  expect(RU.number(4_812)).toBe(groupedDigits(4_812n, 'ru'));
});

it.each([
  [1, '1 день', '1 day'],
  [2, '2 дня', '2 days'],
  [5, '5 дней', '5 days'],
  [11, '11 дней', '11 days'],
  [21, '21 день', '21 days'],
  [1_001, '1\u00a0001 день', '1,001 days'],
  [2n ** 60n, '1\u00a0152\u00a0921\u00a0504\u00a0606\u00a0846\u00a0976 дней', '1,152,921,504,606,846,976 days'],
])('%i takes its noun as grammar wants it, at any size', (count, russian, english) => {
  expect(counted(count, 'day', 'ru')).toBe(russian);
  expect(counted(count, 'day', 'en')).toBe(english);
  expect(RU.count(count, ['день', 'дня', 'дней'])).toBe(russian);
  expect(EN.count(count, ['day', 'days'])).toBe(english);
});

it('a noun of two Russian forms takes the second for many', () => {
  expect([1, 3, 5].map((count) => RU.count(count, ['клиента', 'клиентов']))).toEqual(['1 клиента', '3 клиентов', '5 клиентов']);
});
