import { invalidField, type Problem, type ProblemReason } from '../contract/problems.ts';
import { decodeProgramDocument, encodeProgramDocument } from '../contract/program-document.ts';
import { readDocumentHash } from '../contract/programs.endpoints.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import type { ProgramIssue } from '../domain/program/program-issue.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { VersionRecord } from './programs.store.ts';

export interface SentDocument {
  /** JSON text of the document as it came. */
  readonly sent: string;
  readonly document: ProgramDocument;
}

export interface SentVersion extends SentDocument {
  /** Of the text that was read before this one was written; null = whatever is there now. */
  readonly readHash: string | null;
}

/** The document of a `{"document": …}` body, or `program_invalid` with every reason. */
export function decodeDocumentBody(body: unknown, defaults: { readonly timeZone: string }): Result<SentDocument, Problem> {
  return decodeBody(body, { ...defaults, fields: ['document'] });
}

/** The same of a body that may say which text it was made from. */
export function decodeVersionBody(body: unknown, defaults: { readonly timeZone: string }): Result<SentVersion, Problem> {
  const decoded = decodeBody(body, { ...defaults, fields: ['document', 'documentHash'] });
  if (!decoded.ok) return decoded;
  const readHash = readDocumentHash(body);
  return readHash.ok ? ok({ ...decoded.value, readHash: readHash.value }) : err(invalidField(readHash.error));
}

function decodeBody(
  body: unknown,
  { timeZone, fields }: { readonly timeZone: string; readonly fields: readonly string[] },
): Result<SentDocument, Problem> {
  if (typeof body !== 'object' || body === null || !('document' in body)) return err(bodyProblem(body));
  const stray = Object.keys(body).find((key) => !fields.includes(key));
  if (stray !== undefined)
    return err(stray === 'templateId' ? invalid([TEMPLATES]) : invalid([{ code: 'field_unknown', field: stray, text: UNKNOWN_FIELD }]));
  return decodeDocument(body.document, { timeZone });
}

/** The document of a stored draft, judged again: an upgrade may have brought new reasons since it was kept. */
export function decodeDraft(version: VersionRecord, defaults: { readonly timeZone: string }): Result<SentDocument, Problem> {
  if (version.sent !== null) return decodeDocument(JSON.parse(version.sent), defaults);
  return decodeDocument(encodeProgramDocument(version.document), defaults);
}

function decodeDocument(sent: unknown, defaults: { readonly timeZone: string }): Result<SentDocument, Problem> {
  const decoded = decodeProgramDocument(sent, defaults);
  if (!decoded.ok) return err(invalid(decoded.error.map((issue) => ({ ...issue, field: pathOf(issue) }))));
  return ok({ sent: JSON.stringify(sent), document: decoded.value });
}

const TEMPLATES: ProblemReason = {
  code: 'template_for_new_program',
  field: 'templateId',
  text: {
    ru: 'По шаблону начинают только новую программу (POST /v1/programs): для версии пришлите сам документ в поле document.',
    en: 'A template starts a new programme only (POST /v1/programs): for a version send the document itself in the field document.',
  },
};

const UNKNOWN_FIELD = {
  ru: 'Такого поля в теле запроса нет.',
  en: 'The body has no such field.',
};

function bodyProblem(body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'templateId' in body) return invalid([TEMPLATES]);
  return invalid([
    { code: 'field_missing', field: 'document', text: { ru: 'Пришлите документ программы.', en: 'Send the programme’s document.' } },
  ]);
}

/** A body with `templateId` that is not what a template needs. */
export function malformedTemplateBody(): Problem {
  return invalid([
    {
      code: 'template_body_malformed',
      field: 'templateId',
      text: {
        ru: 'Для шаблона нужны templateId, locale ("ru" или "en") и, если хочется что-то поменять, overrides — часть документа.',
        en: 'A template needs templateId, locale ("ru" or "en") and, to change something, overrides: a part of the document.',
      },
    },
  ]);
}

function invalid(reasons: readonly ProblemReason[]): Problem {
  return { code: 'program_invalid', field: reasons[0]?.field ?? 'document', missing: null, issue: null, reasons };
}

/** `/rules/0/grant` of the document is `document.rules[0].grant` of the body, as every other field of the API is written. */
function pathOf({ field }: ProgramIssue): string {
  const steps = field.split('/').slice(1);
  return steps.reduce((path, step) => {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    return /^\d+$/.test(name) ? `${path}[${name}]` : `${path}.${name}`;
  }, 'document');
}
