import type { ProgramDocument } from '../domain/program/document.ts';
import { counted } from '../domain/words/number-words.ts';
import { inBoth, moneyWords } from '../texts/wording.ts';
import { worseBudget, worseRules } from './worse-rule.ts';
import { dropped, type WorseTerm, worsened } from './worse-term.ts';
import { worsePerks, worseTiers } from './worse-tier.ts';

/**
 * Everything a newer version makes worse for a member, in words; empty = no acceptance has to be asked anew (2-13). What cannot be
 * compared (another trigger, another kind of benefit) counts as worse.
 */
export function worseTerms(before: ProgramDocument, now: ProgramDocument): readonly WorseTerm[] {
  const documents = { before, now };
  return [
    ...worseCurrency(before, now),
    ...worseWindow(before, now),
    ...worseSettings(before, now),
    ...worsePoints(before, now),
    ...worseBudget(before.budget, now.budget, { documents, path: '/budget' }),
    ...worseRules({ before: { document: before, rules: before.rules }, now: { document: now, rules: now.rules }, path: '/rules' }),
    ...worseTiers(before, now),
    ...worsePerks(before, now),
  ];
}

function worseCurrency(before: ProgramDocument, now: ProgramDocument): readonly WorseTerm[] {
  if (before.currency === now.currency) return [];
  return [worsened('/currency', { ru: 'Валюта', en: 'Currency' }, () => ({ before: before.currency, now: now.currency }))];
}

function worseWindow(before: ProgramDocument, now: ProgramDocument): readonly WorseTerm[] {
  const [older, newer] = [before.attribution.windowDays, now.attribution.windowDays];
  if (newer >= older) return [];
  return [
    worsened('/attribution/windowDays', { ru: 'Сколько действует приглашение', en: 'How long an invitation is good for' }, (locale) => ({
      before: counted(older, 'day', locale),
      now: counted(newer, 'day', locale),
    })),
  ];
}

function worseSettings(before: ProgramDocument, now: ProgramDocument): readonly WorseTerm[] {
  const found: WorseTerm[] = [];
  if (before.sharing === 'public' && now.sharing === 'private') {
    found.push({
      path: '/sharing',
      text: { ru: 'Публиковать ссылку открыто больше нельзя.', en: 'The link may no longer be posted in public.' },
    });
  }
  if (before.shortfall === 'clamp' && now.shortfall === 'debt') {
    found.push({
      path: '/shortfall',
      text: {
        ru: 'Потраченное до возврата заказа теперь вычитается из следующих наград.',
        en: 'What was spent before a refund now comes out of later rewards.',
      },
    });
  }
  if (before.percentOf.tax === 'included' && now.percentOf.tax === 'excluded') {
    found.push({
      path: '/percentOf/tax',
      text: { ru: 'Проценты считаются теперь от суммы без налога.', en: 'Percentages are now of the sum without tax.' },
    });
  }
  return found;
}

function worsePoints(before: ProgramDocument, now: ProgramDocument): readonly WorseTerm[] {
  const older = before.points?.value ?? null;
  const newer = now.points?.value ?? null;
  if (older === null) return [];
  const what = { ru: 'Цена балла', en: 'What a point pays' };
  const value = (amountMinor: bigint, currency: string) => inBoth((locale) => moneyWords(amountMinor, { currency }, locale));
  const was = value(older.amountMinor, older.currency);
  if (newer === null)
    return [dropped('/points/value', { ru: `оплата баллами (${was.ru} за балл)`, en: `paying with points (${was.en} a point)` })];
  if (newer.currency === older.currency && newer.amountMinor >= older.amountMinor) return [];
  const is = value(newer.amountMinor, newer.currency);
  return [worsened('/points/value', what, (locale) => ({ before: was[locale], now: is[locale] }))];
}
