import type { ProgramDocument, Step, Steps } from '../domain/program/document.ts';
import { assertNever } from '../domain/result.ts';
import { counted, groupedDigits, type Locale } from '../domain/words/number-words.ts';
import { moneyWords, pointsWords } from './wording.ts';

interface Said {
  readonly document: ProgramDocument;
  readonly locale: Locale;
  /** Where the value goes: `на баланс`; empty for points. */
  readonly where: string;
  readonly unit: 'money' | 'points';
}

/** A bonus that grows with the number of friends: `300 ₽ на баланс за 1 друга, ещё 600 ₽ за 3 друзей`. */
export function stepsWords(steps: Steps, said: Said): string {
  return `${tableWords(steps, said)}${periodWords(steps.per, said.locale)}`;
}

function tableWords({ mode, table }: Steps, said: Said): string {
  const { locale } = said;
  const isRussian = locale === 'ru';
  switch (mode) {
    case 'milestone':
      return table
        .map((step, index) => {
          const value = valueWords(step, said);
          const friends = counted(step.from, isRussian ? 'ofFriend' : 'friend', locale);
          if (index === 0) return isRussian ? `${value}${said.where} за ${friends}` : `${value}${said.where} at ${friends}`;
          return isRussian ? `ещё ${value} за ${friends}` : `another ${value} at ${friends}`;
        })
        .join(', ');
    case 'marginal': {
      const each = table.map((step) =>
        isRussian
          ? `${valueWords(step, said)} начиная с номера ${groupedDigits(step.from, locale)}`
          : `${valueWords(step, said)} from number ${groupedDigits(step.from, locale)} on`,
      );
      return isRussian ? `за каждого друга${said.where}: ${each.join(', ')}` : `for each friend${said.where}: ${each.join(', ')}`;
    }
    case 'retroactive': {
      const each = table.map((step) => {
        const friends = counted(step.from, isRussian ? 'ofFriend' : 'friend', locale);
        return isRussian ? `по ${valueWords(step, said)} от ${friends}` : `${valueWords(step, said)} each from ${friends} on`;
      });
      return isRussian ? `за всех друзей${said.where}: ${each.join(', ')}` : `for all your friends${said.where}: ${each.join(', ')}`;
    }
    default:
      return assertNever(mode);
  }
}

function valueWords({ amount }: Step, { document, locale, unit }: Said): string {
  return unit === 'points' ? pointsWords(amount, { document }, locale) : moneyWords(amount, document, locale);
}

function periodWords(per: Steps['per'], locale: Locale): string {
  switch (per) {
    case 'life':
      return '';
    case 'year':
      return locale === 'ru' ? ' (счёт начинается заново каждый год)' : ' (the count begins anew each year)';
    case 'month':
      return locale === 'ru' ? ' (счёт начинается заново каждый месяц)' : ' (the count begins anew each month)';
    default:
      return assertNever(per);
  }
}
