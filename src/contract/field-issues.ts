import type { z } from 'zod';
import type { LocalizedText } from '../domain/program/document.ts';
import { err, ok, type Result } from '../domain/result.ts';

/** What is wrong with one field of a request, as people read it. Schemas of the contract name the key as their `error`. */
const FIELD_TEXTS = {
  required: { ru: 'обязательное поле', en: 'is required' },
  type: { ru: 'значение другого типа', en: 'has the wrong type' },
  unknown: { ru: 'неизвестное поле', en: 'is not a known field' },
  choice: { ru: 'значение не из списка допустимых', en: 'is not one of the allowed values' },
  size: { ru: 'длина или величина вне допустимых границ', en: 'is outside the allowed length or range' },
  format: { ru: 'неверный формат', en: 'has the wrong format' },
  text: {
    ru: 'пустой, слишком длинный или содержит недопустимые символы',
    en: 'is empty, too long or holds characters that are not allowed',
  },
  amount: {
    ru: 'сумма пишется строкой целых минимальных единиц, например "10000"',
    en: 'must be a whole number of minor units in a string, like "10000"',
  },
  zero: { ru: 'сумма не может быть нулевой', en: 'cannot be zero' },
  currency: { ru: 'нужен действующий код валюты ISO 4217', en: 'must be an active ISO 4217 currency code' },
  time: { ru: 'нужно существующее время с часовым поясом (RFC 3339)', en: 'must be an existing time with a zone (RFC 3339)' },
  id: { ru: 'не похоже на идентификатор этого вида', en: 'is not an id of this kind' },
  email: { ru: 'неверный адрес электронной почты', en: 'is not a valid e-mail address' },
  phone: { ru: 'неверный номер телефона', en: 'is not a valid phone number' },
  'part-of-total': { ru: 'часть не может быть больше целого', en: 'cannot be more than the total it is a part of' },
  empty: { ru: 'нужно хотя бы одно значение', en: 'needs at least one value' },
  'too-many': { ru: 'слишком много значений', en: 'holds too many values' },
  path: { ru: 'путь пишется как /billing/email', en: 'must be a path like /billing/email' },
  landing: {
    ru: 'нужен https-адрес на одном из доменов магазина или http на этой же машине',
    en: 'must be https on one of the domains of the shop, or http on loopback',
  },
  'webhook-url': {
    ru: 'нужен https-адрес с разрешённым портом, без имени пользователя и не во внутренней сети',
    en: 'must be https on an allowed port, without a user name and not in a private network',
  },
  'time-zone': { ru: 'неизвестный часовой пояс', en: 'is not a known time zone' },
  repeated: { ru: 'значение повторяется', en: 'is repeated' },
  'one-of': { ru: 'нужно ровно одно из возможных полей', en: 'needs exactly one of the possible fields' },
  encoding: { ru: 'процентная кодировка не читается как UTF-8', en: 'is not percent-encoded UTF-8' },
  'not-utf-8': { ru: 'не в UTF-8', en: 'is not in UTF-8' },
  'not-json': { ru: 'не читается как JSON', en: 'is not JSON' },
  'too-deep': { ru: 'вложено глубже 64 уровней', en: 'is nested deeper than 64 levels' },
  'repeated-key': { ru: 'повторяется в одном объекте', en: 'comes twice in one object' },
  'forbidden-key': { ru: 'недопустимое имя поля', en: 'is not a name a field may have' },
  'bad-character': { ru: 'содержит символ NUL или половину суррогатной пары', en: 'holds a NUL or half of a surrogate pair' },
  cursor: { ru: 'неизвестная отметка страницы', en: 'is not a cursor of this list' },
  future: { ru: 'время больше чем на 10 минут впереди часов сервера', en: 'is more than 10 minutes ahead of the clock' },
} as const satisfies Record<string, LocalizedText>;

export type FieldIssue = keyof typeof FIELD_TEXTS;

/** The first field of a request that breaks its schema; `field` is '' for the whole body. */
export interface InvalidField {
  readonly field: string;
  readonly issue: FieldIssue;
}

export function fieldText(issue: FieldIssue): LocalizedText {
  return FIELD_TEXTS[issue];
}

/** Parses `value` by a schema of the contract; the error names the first field that is wrong. */
export function parseBy<T>(schema: z.ZodType<T>, value: unknown): Result<T, InvalidField> {
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : err(firstIssue(parsed.error.issues, value));
}

type Issue = z.core.$ZodIssue;

function firstIssue(issues: readonly Issue[], value: unknown): InvalidField {
  const issue = issues[0];
  if (issue === undefined) return { field: '', issue: 'format' };
  if (issue.code === 'invalid_union') return unionIssue(issue, value);
  if (issue.code === 'unrecognized_keys') return { field: fieldPath([...issue.path, issue.keys[0] ?? '']), issue: 'unknown' };
  return { field: fieldPath(issue.path), issue: kindOf(issue, value) };
}

/** Of the variants of a union the one that got furthest names the field; of several, one whose field is there. */
function unionIssue(issue: z.core.$ZodIssueInvalidUnion, value: unknown): InvalidField {
  const at = valueAt(value, issue.path);
  const variants = issue.errors.map((errors) => ({ ...firstIssue(errors, at), isThere: valueAt(at, errors[0]?.path ?? []) !== undefined }));
  const deepest = variants.sort((a, b) => depthOf(b.field) - depthOf(a.field) || Number(b.isThere) - Number(a.isThere))[0];
  if (deepest === undefined || deepest.field === '')
    return { field: fieldPath(issue.path), issue: at === undefined ? 'required' : 'choice' };
  const prefix = fieldPath(issue.path);
  return { field: prefix === '' ? deepest.field : `${prefix}.${deepest.field}`, issue: deepest.issue };
}

function depthOf(field: string): number {
  return field === '' ? 0 : field.split('.').length;
}

function kindOf(issue: Issue, value: unknown): FieldIssue {
  if (isFieldIssue(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(value, issue.path) === undefined ? 'required' : 'type';
    case 'invalid_value':
      return valueAt(value, issue.path) === undefined ? 'required' : 'choice';
    case 'too_big':
    case 'too_small':
    case 'not_multiple_of':
      return 'size';
    default:
      return 'format';
  }
}

function isFieldIssue(text: string): text is FieldIssue {
  return Object.hasOwn(FIELD_TEXTS, text);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}

/** `order.lines[0].total` */
export function fieldPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else text += text === '' ? String(key) : `.${String(key)}`;
  }
  return text;
}
