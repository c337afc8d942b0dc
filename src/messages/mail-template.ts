/**
 * Texts written by people of a business, held to what a text needs: fields and conditions. No loops, no variables, no other files;
 * a field is an own property of a flat record, so that nothing of the process can be reached, and parsing and rendering have limits.
 */
import { Liquid, LiquidError } from 'liquidjs';
import type { MailKind } from '../domain/messages/mail.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { MailText } from './default-texts.ts';
import { completeFields, exampleFields, type FieldValues, mailFields } from './mail-fields.ts';

export const SUBJECT_MAX = 200;
export const BODY_MAX = 5_000;

/** What is wrong with a text, and where; lines and columns count from 1. */
export interface TextFault {
  readonly place: 'subject' | 'body';
  readonly line: number;
  readonly column: number;
  readonly fault: 'unknown-field' | 'unknown-tag' | 'unknown-filter' | 'syntax' | 'too-long' | 'blank' | 'missing-field' | 'field-in-link';
  /** The word at fault; null where there is none. */
  readonly found: string | null;
}

const TAGS = ['if', 'unless', 'case', 'comment'];
const FILTERS = ['default', 'upcase', 'downcase', 'capitalize', 'strip', 'truncate', 'append', 'prepend'];
const LIMITS = { parseLimit: 2 * BODY_MAX, renderLimit: 50, memoryLimit: 100_000 } as const;
/** Of a rendered text: a value is at most a line of some hundred letters. */
const RENDERED_MAX = 20_000;

const engine = boundedEngine();

function boundedEngine(): Liquid {
  const made = new Liquid({ ...LIMITS, ownPropertyOnly: true, jsTruthy: true, strictFilters: true, templates: {}, dynamicPartials: false });
  for (const tag of Object.keys(made.tags)) if (!TAGS.includes(tag)) delete made.tags[tag];
  for (const filter of Object.keys(made.filters)) if (!FILTERS.includes(filter)) delete made.filters[filter];
  return made;
}

/** The first fault of each part, or null when the text can be used. */
export function findTextFaults(kind: MailKind, text: MailText): readonly TextFault[] {
  const fields = new Set(mailFields(kind).map((field) => field.name));
  const subject =
    findFault('subject', text.subject, fields, SUBJECT_MAX) ?? blankFault(kind, 'subject', text) ?? linkFault(kind, 'subject', text);
  const body =
    findFault('body', text.body, fields, BODY_MAX) ??
    blankFault(kind, 'body', text) ??
    missingFault(kind, text) ??
    linkFault(kind, 'body', text);
  return [subject, body].filter((fault) => fault !== null);
}

function findFault(place: TextFault['place'], source: string, fields: ReadonlySet<string>, max: number): TextFault | null {
  if (source.length > max) return { place, line: 1, column: max + 1, fault: 'too-long', found: null };
  try {
    const { globals } = engine.analyzeSync(engine.parse(source));
    for (const uses of Object.values(globals))
      for (const { segments, location } of uses) {
        const found = segments.map(String).join('.');
        if (!fields.has(found)) return { place, line: location.row, column: location.col, fault: 'unknown-field', found };
      }
    return null;
  } catch (error) {
    if (error instanceof Error && LiquidError.is(error)) return faultOf(place, error);
    throw error;
  }
}

function blankFault(kind: MailKind, place: TextFault['place'], text: MailText): TextFault | null {
  const rendered = renderText(text[place], exampleFields(kind, 'en'));
  return rendered.ok && rendered.value.trim() !== '' ? null : { place, line: 1, column: 1, fault: 'blank', found: null };
}

/** What the message is sent for. */
const REQUIRED: Readonly<Partial<Record<MailKind, string>>> = { 'sign-in-code': 'code', 'staff-invitation': 'link' };
/** Letters of both cases, since a link in other letters leads nowhere. */
const MARK = 'Aa0Zz9';

/** A condition may not hide it either, whatever else is known. */
function missingFault(kind: MailKind, { body }: MailText): TextFault | null {
  const found = REQUIRED[kind];
  if (found === undefined) return null;
  const isShown = [exampleFields(kind, 'en'), completeFields(kind, 'en', {})].every((fields) => {
    const rendered = renderText(body, { ...fields, [found]: MARK });
    return rendered.ok && rendered.value.includes(MARK);
  });
  return isShown ? null : { place: 'body', line: 1, column: 1, fault: 'missing-field', found };
}

const LINK_START = String.raw`(?:https?:\/\/|www\.|[\p{L}\d-]\.\p{L}{2,}\/|\{\{-?\s*(?:shop_)?link\b[^}]*\}\})`;
const WRITTEN = new RegExp(String.raw`${LINK_START}(?:[^\s{]|\{%[^%]*%\}|\{(?![{%]))*(\{\{-?\s*(\w*))`, 'diu');
const RENDERED = /(?:https?:\/\/|www\.|[\p{L}\d-]\.\p{L}{2,}\/)\S*\u{e000}(\w+)/iu;

/** Whoever runs the site of such a link, and all on the way to it, would be told a code, a name or an invitation. */
function linkFault(kind: MailKind, place: TextFault['place'], text: MailText): TextFault | null {
  const written = WRITTEN.exec(text[place]);
  const at = written?.indices?.[1]?.[0];
  if (written !== null && at !== undefined) {
    const lines = text[place].slice(0, at).split('\n');
    return { place, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, fault: 'field-in-link', found: written[2] ?? null };
  }
  // A filter may make the link, and a tag may take away the space before it.
  const marked = Object.fromEntries(mailFields(kind).map(({ name }) => [name, `\u{e000}${name}`]));
  const rendered = renderText(text[place], marked);
  const found = rendered.ok ? RENDERED.exec(rendered.value)?.[1] : undefined;
  return found === undefined ? null : { place, line: 1, column: 1, fault: 'field-in-link', found: found.toLowerCase() };
}

function faultOf(place: TextFault['place'], error: LiquidError): TextFault {
  const [line = 1, column = 1] = error.token.getPosition();
  const filter = /undefined filter: (\S+?),/.exec(error.message)?.[1];
  if (filter !== undefined) return { place, line, column, fault: 'unknown-filter', found: filter };
  const tag = /tag "(.+?)" not found/.exec(error.message)?.[1];
  if (tag !== undefined) return { place, line, column, fault: 'unknown-tag', found: tag };
  return { place, line, column, fault: 'syntax', found: error.token.getText().slice(0, 60) };
}

/** A text with its fields filled in; an error when it breaks a limit or cannot be read. */
export function renderText(source: string, fields: FieldValues): Result<string, 'unusable'> {
  try {
    const rendered: unknown = engine.parseAndRenderSync(source, fields);
    return typeof rendered === 'string' && rendered.length <= RENDERED_MAX ? ok(rendered) : err('unusable');
  } catch (error) {
    if (error instanceof Error && LiquidError.is(error)) return err('unusable');
    throw error;
  }
}
