import { createHash } from 'node:crypto';
import type { Locale } from '../domain/words/number-words.ts';
import { versionAt } from '../programs/program-status.ts';
import type { ProgramRecord, VersionRecord } from '../programs/programs.store.ts';
import { type TermsSection, termsSections, termsText } from '../texts/terms-page.ts';

export interface Terms {
  readonly version: VersionRecord;
  readonly text: string;
  /** SHA-256 of the text's UTF-8, 64 hex digits. */
  readonly hash: string;
  readonly sections: readonly TermsSection[];
}

/** The terms of a version as they stand today in a language. */
export function termsOf(version: VersionRecord, locale: Locale): Terms {
  const of = { document: version.document, versionNumber: version.number, effectiveFrom: version.effectiveFrom };
  const text = termsText(of, locale);
  return { version, text, hash: createHash('sha256').update(text, 'utf8').digest('hex'), sections: termsSections(of, locale) };
}

/** The version of that number; without one, the version in force, else the newest. Null when there is no such version; members see published ones only. */
export function chooseVersion(
  program: ProgramRecord,
  { number, now, isMember }: { readonly number: number | undefined; readonly now: Date; readonly isMember: boolean },
): VersionRecord | null {
  const versions = isMember ? program.versions.filter(({ status }) => status === 'published') : program.versions;
  const wanted = number ?? versionAt(program, now)?.number ?? versions.at(-1)?.number;
  return versions.find((version) => version.number === wanted) ?? null;
}
