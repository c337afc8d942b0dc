/** A promise of the books that can be checked on what is stored (reliability.md 5.1). */
export interface Invariant {
  /** `I-02`, or `I-02/debt` where one invariant has several oracles. */
  readonly id: string;
  readonly title: { readonly ru: string; readonly en: string };
}

/** An oracle in one statement: `$1` is the tenant, each row of column `found` describes one violation. */
export interface SqlInvariant extends Invariant {
  readonly sql: string;
}

export interface Violation {
  readonly id: string;
  readonly title: { readonly ru: string; readonly en: string };
  readonly count: number;
  /** A few of the findings, ids and amounts only. */
  readonly examples: readonly string[];
}

/** How many findings a violation shows. */
export const EXAMPLES_MAX = 5;

/** For oracles in code: null when nothing was found. */
export function violationOf(invariant: Invariant, findings: readonly string[]): Violation | null {
  const { id, title } = invariant;
  return findings.length === 0 ? null : { id, title, count: findings.length, examples: findings.slice(0, EXAMPLES_MAX) };
}
