import { describe, expect, it } from 'vitest';
import { choosePageLanguage } from './page-language.ts';

describe('choosePageLanguage', () => {
  it.each([
    ['ru-RU,ru;q=0.9,en-US;q=0.8', 'en', 'ru'],
    ['en-US,en;q=0.9,ru;q=0.8', 'ru', 'en'],
    ['de-DE,de;q=0.9,en;q=0.5,ru;q=0.7', 'en', 'ru'],
    ['EN', 'ru', 'en'],
    ['ru;q=0,en;q=0.1', 'ru', 'en'],
    ['ru;q=x', 'en', 'en'],
    ['kk-KZ,tt', 'ru', 'ru'],
    ['*', 'ru', 'ru'],
    ['', 'en', 'en'],
    [undefined, 'ru', 'ru'],
    [undefined, 'de', 'en'],
  ])('reads %j in a shop of %s as %s', (acceptLanguage, shopLocale, expected) => {
    expect(choosePageLanguage(acceptLanguage, shopLocale)).toBe(expected);
  });
});
