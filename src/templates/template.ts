import type { ProgramDocumentWire } from '../contract/program-document-schema.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import type { Evidence } from '../domain/program/lint/advice.ts';
import type { ShopSizes } from './shop-sizes.ts';

/** What an owner wants of a programme; the first question asked (1-09). */
export type Goal = 'firstSales' | 'signUps' | 'loyalty' | 'recurringRevenue' | 'wordOfMouth';

/**
 * A programme ready to be published, as a function of a shop's own sizes. Its document goes through the same schema and validation as
 * any other; every default in it has a reason and the source that supports it (0-07).
 */
export interface Template {
  readonly id: string;
  readonly goals: readonly Goal[];
  readonly name: LocalizedText;
  readonly forWhom: LocalizedText;
  /** When not to run this (1-16); never empty. */
  readonly notWhen: readonly LocalizedText[];
  readonly propose: (sizes: ShopSizes) => Proposal;
}

export interface Proposal {
  readonly document: ProgramDocumentWire;
  readonly reasons: readonly Reason[];
}

/** Why the part of the document at `path`, a JSON pointer, is as it is. */
export interface Reason {
  readonly path: string;
  readonly because: Evidence;
}
