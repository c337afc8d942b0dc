import type { CustomerId } from '../ids.ts';

/** Which records are of one person, as the intake knows it when an event is decided; in a replay the log says it instead (contract.md 6.2). */
export interface Persons {
  /** All of them, the one asked about among them; none where it stands alone, or nothing is known. */
  readonly recordsOf: (id: CustomerId) => readonly CustomerId[];
}

export const UNKNOWN_PERSONS: Persons = { recordsOf: () => [] };
