/** What zod found wrong with the form of a programme document, as reasons a person can read in either language. */
import type { z } from 'zod';
import type { LocalizedText } from '../domain/program/document.ts';
import { type ProgramIssue, pointer, unknownCurrencyIssue } from '../domain/program/program-issue.ts';

type FormIssue = z.core.$ZodIssue;

/** One reason per fault, in the order of the document; `input` is what was parsed. */
export function programIssuesFromForm(issues: readonly FormIssue[], input: unknown): ProgramIssue[] {
  const found = issues.flatMap((issue) => translate(issue, { path: [], input }));
  const seen = new Set<string>();
  return found.filter((issue) => {
    const key = `${issue.code} ${issue.field}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

interface Place {
  readonly path: readonly PropertyKey[];
  readonly input: unknown;
}

function translate(issue: FormIssue, parent: Place): ProgramIssue[] {
  const path = [...parent.path, ...issue.path];
  const field = fieldFromPath(path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(pointer(field, key)));
  if (valueAt(parent.input, path) === undefined) return [missingField(field)];
  const named = ISSUE_BY_MESSAGE.get(issue.message);
  if (named !== undefined) return [named(field)];
  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(field, issue.expected)];
    case 'invalid_value':
      return [notAllowed(field, issue.values.map(String))];
    case 'invalid_union':
      return translateUnion(issue, { path, input: parent.input });
    case 'too_big':
      return [tooMany(field)];
    default:
      return [wrongType(field, issue.code)];
  }
}

/** What the primitives of the contract say themselves. */
const ISSUE_BY_MESSAGE: ReadonlyMap<string, (field: string) => ProgramIssue> = new Map([
  ['amount', malformedAmount],
  ['text', malformedText],
  ['currency', unknownCurrencyIssue],
  ['time', malformedTime],
]);

function translateUnion(issue: FormIssue & { code: 'invalid_union' }, place: Place): ProgramIssue[] {
  const field = fieldFromPath(place.path);
  if (issue.errors.length === 0)
    return [notAllowed(field, 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [])];
  // The branch the author meant is the one whose outer shape fits, with the fewest faults inside.
  const fitting = issue.errors.filter((branch) => branch.every((fault) => fault.code !== 'invalid_type' || fault.path.length > 0));
  const [meant] = fitting.toSorted((a, b) => a.length - b.length);
  if (meant === undefined) return [wrongType(field, 'object')];
  return meant.flatMap((fault) => translate(fault, place));
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

function fieldFromPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((field, step) => pointer(field, String(step)), '');
}

function missingField(field: string): ProgramIssue {
  return { code: 'field_missing', field, text: { ru: 'Добавьте это поле.', en: 'Add this field.' } };
}

function unknownField(field: string): ProgramIssue {
  return {
    code: 'field_unknown',
    field,
    text: { ru: 'Такого поля нет: уберите его или проверьте написание.', en: 'There is no such field: remove it or check its spelling.' },
  };
}

function wrongType(field: string, expected: string): ProgramIssue {
  const name = TYPE_NAMES.get(expected) ?? { ru: 'значение другого вида', en: 'a value of another kind' };
  return { code: 'value_wrong_type', field, text: { ru: `Здесь нужно ${name.ru}.`, en: `Here ${name.en} is needed.` } };
}

const TYPE_NAMES: ReadonlyMap<string, LocalizedText> = new Map([
  ['string', { ru: 'значение в кавычках (строка)', en: 'a value in quotes (a string)' }],
  ['number', { ru: 'целое число', en: 'a whole number' }],
  ['int', { ru: 'целое число', en: 'a whole number' }],
  ['boolean', { ru: 'true или false', en: 'true or false' }],
  ['array', { ru: 'перечисление в [ ]', en: 'a list in [ ]' }],
  ['object', { ru: 'описание в { }', en: 'an object in { }' }],
]);

function notAllowed(field: string, values: readonly string[]): ProgramIssue {
  const list = values.join(', ');
  return {
    code: 'value_not_allowed',
    field,
    text: { ru: `Здесь может стоять только: ${list}.`, en: `Only these can stand here: ${list}.` },
  };
}

function malformedAmount(field: string): ProgramIssue {
  return {
    code: 'amount_malformed',
    field,
    text: {
      ru: 'Число пишется строкой из одних цифр; деньги — в копейках: 100 ₽ это "10000".',
      en: 'The number is a string of digits only; money is in minor units: 100 roubles are "10000".',
    },
  };
}

function malformedText(field: string): ProgramIssue {
  return {
    code: 'text_malformed',
    field,
    text: {
      ru: 'Нужен текст до 200 знаков в одну строку, не пустой.',
      en: 'Text of up to 200 characters on one line is needed, not empty.',
    },
  };
}

function malformedTime(field: string): ProgramIssue {
  return {
    code: 'time_malformed',
    field,
    text: {
      ru: 'Нужно время с часовым поясом; пример: 2026-12-01T10:00:00+03:00.',
      en: 'A time with a zone is needed; an example: 2026-12-01T10:00:00+03:00.',
    },
  };
}

function tooMany(field: string): ProgramIssue {
  return {
    code: 'too_many',
    field,
    text: {
      ru: 'Слишком длинный список: сократите его или разделите программу.',
      en: 'The list is too long: shorten it or split the programme.',
    },
  };
}
