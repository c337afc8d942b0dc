import type { Missing } from '../domain/decision.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import { missingToWire } from './event-answer.ts';
import { type FieldIssue, fieldPath, fieldText, type InvalidField } from './field-issues.ts';
import type { AccessHint } from './perk-problems.ts';
import { PROBLEMS, type ProblemCode } from './problem-kinds.ts';
import { missingText } from './refusal-texts.ts';

/** Why a request is not done. `field` names what to change, as a path into the body, query or address. */
export interface Problem {
  readonly code: ProblemCode;
  readonly field: string | null;
  readonly missing: Missing | null;
  /** What is wrong with `field`. */
  readonly issue: FieldIssue | null;
  /** Every reason where there are several; `field` is that of the first. */
  readonly reasons?: readonly ProblemReason[];
  /** Of a refused entry: from when, and for whom it would be open. */
  readonly access?: AccessHint;
  /** Of what was asked for too often. */
  readonly retryAfterSeconds?: number;
}

export interface ProblemReason {
  readonly code: string;
  readonly field: string;
  readonly text: LocalizedText;
}

export function problem(code: ProblemCode, field: string | null = null): Problem {
  return { code, field, missing: null, issue: null };
}

/** `retryAfterSeconds`: when it may be asked for again. */
export function tooManyRequests(retryAfterSeconds: number): Problem {
  return { ...problem('too_many_requests'), retryAfterSeconds };
}

export function invalidField(invalid: InvalidField): Problem {
  return { code: 'invalid_request', field: invalid.field === '' ? null : invalid.field, missing: null, issue: invalid.issue };
}

/** A body that is no JSON, or none that means the same to everybody who reads it; where that has a place, it is named. */
export function invalidJson({ kind, path }: { readonly kind: FieldIssue; readonly path: readonly (string | number)[] }): Problem {
  const field = fieldPath(path);
  return { ...problem('invalid_json', field === '' ? null : field), issue: kind };
}

export function statusOf(code: ProblemCode): number {
  return PROBLEMS[code].status;
}

/** RFC 9457. `detail` is in the reader's language, `text` in both; `missing` where something can be counted. */
export function problemToWire(
  found: Problem,
  reader: { readonly language: 'ru' | 'en'; readonly instance: string | null },
): Record<string, unknown> {
  const kind = PROBLEMS[found.code];
  const text = problemText(found);
  return {
    type: `/docs/problems#${found.code}`,
    title: kind.en,
    status: kind.status,
    code: found.code,
    field: found.field,
    detail: text[reader.language],
    text,
    ...(found.missing === null ? {} : { missing: missingToWire(found.missing) }),
    ...(found.reasons === undefined ? {} : { reasons: found.reasons }),
    ...(found.access === undefined ? {} : { access: found.access }),
    ...(reader.instance === null ? {} : { instance: reader.instance }),
  };
}

function problemText(found: Problem): LocalizedText {
  const kind = PROBLEMS[found.code];
  const words = { ru: [kind.ru as string], en: [kind.en as string] };
  if (found.field !== null && found.issue !== null) {
    const issue = fieldText(found.issue);
    words.ru = [`${found.field}: ${issue.ru}.`];
    words.en = [`${found.field}: ${issue.en}.`];
  }
  if (found.code === 'invalid_request' && found.field === null && found.issue !== null) {
    const text = wholeText(found.issue);
    words.ru = [text.ru];
    words.en = [text.en];
  }
  if (found.code === 'invalid_json' && found.field === null && found.issue !== null) {
    const issue = fieldText(found.issue);
    words.ru = [`Тело запроса ${issue.ru}.`];
    words.en = [`The body ${issue.en}.`];
  }
  const reason = found.reasons?.[0];
  if (reason !== undefined) {
    words.ru.push(`${reason.field}: ${reason.text.ru}`);
    words.en.push(`${reason.field}: ${reason.text.en}`);
  }
  if (found.retryAfterSeconds !== undefined && found.retryAfterSeconds > 60) {
    const minutes = Math.ceil(found.retryAfterSeconds / 60);
    words.ru = [`Слишком много запросов. Повторите через ${minutes} мин.`];
    words.en = [`Too many requests. Try again in ${minutes} min.`];
  }
  if (found.missing !== null) {
    words.ru.push(`Не хватает: ${missingText(found.missing, 'ru')}.`);
    words.en.push(`Missing: ${missingText(found.missing, 'en')}.`);
  }
  return { ru: words.ru.join(' '), en: words.en.join(' ') };
}

/** What is wrong with a request that has no one field to blame: no body, a list where an object belongs, fields that do not go together. */
function wholeText(issue: FieldIssue): LocalizedText {
  if (issue === 'required') return { ru: 'Тело запроса пустое, а оно обязательно.', en: 'The body is empty, and one is required.' };
  const { ru, en } = fieldText(issue);
  return { ru: `Запрос целиком: ${ru}.`, en: `The request as a whole: ${en}.` };
}

/** Every problem there is, for the page its `type` leads to. */
export function listProblems(): readonly { readonly code: string; readonly status: number; readonly ru: string; readonly en: string }[] {
  return Object.entries(PROBLEMS).map(([code, { status, ru, en }]) => ({ code, status, ru, en }));
}
