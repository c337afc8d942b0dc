import { CodeSlots, type CodeState, type KnownCode } from './code-slots.ts';
import type { LinkTenant } from './link-directory.ts';

/** What a code leads to. Unknown is an answer, too. */
export type CodeAnswer = { readonly state: 'unknown' } | { readonly state: CodeState; readonly codeId: string };

/** One code as the database has it; a null id means that there is none. */
export interface CheckedCode {
  readonly folded: string;
  readonly codeId: string | null;
  readonly state: CodeState;
}

const unknown: CodeAnswer = { state: 'unknown' };
const missesRememberedMax = 10_000;
/** A refusal is asked for again after this time, so that a new or resumed code works at once. */
const refusalFreshMs = 150;

/**
 * Codes in memory. An active code stays valid until the tenant's log tells of a change (`CodeLoader`); refusals are
 * remembered just long enough to bear a flood.
 */
export class CodeCache {
  readonly #slots: CodeSlots;
  readonly #missedAtMs = new Map<string, number>();

  constructor(codesMax: number) {
    this.#slots = new CodeSlots(codesMax);
  }

  get size(): number {
    return this.#slots.size;
  }

  get isFull(): boolean {
    return this.#slots.isFull;
  }

  /** The answer if it is fresh enough to be given without asking the database. */
  find(tenant: LinkTenant, folded: string, nowMs: number): CodeAnswer | undefined {
    const known = this.#slots.find(tenant.codes, folded);
    if (known !== undefined) return isFresh(known, tenant, nowMs) ? known : undefined;
    const missedAtMs = this.#missedAtMs.get(tenant.id + folded);
    return missedAtMs !== undefined && nowMs - missedAtMs < refusalFreshMs ? unknown : undefined;
  }

  /** The last answer known, however old: for when the database is away. */
  findStale(tenant: LinkTenant, folded: string): CodeAnswer | undefined {
    return this.#slots.find(tenant.codes, folded);
  }

  put(tenant: LinkTenant, code: CheckedCode, checkedAtMs: number): CodeAnswer {
    const { folded, codeId, state } = code;
    if (codeId === null) return this.#putMiss(tenant, folded, checkedAtMs);
    this.#missedAtMs.delete(tenant.id + folded);
    const known: KnownCode = { codeId, state, checkedAtMs };
    this.#slots.put(tenant.codes, folded, known);
    return known;
  }

  forget(tenant: LinkTenant): void {
    for (const folded of [...tenant.codes.keys()]) this.#slots.remove(tenant.codes, folded);
  }

  #putMiss(tenant: LinkTenant, folded: string, checkedAtMs: number): CodeAnswer {
    this.#slots.remove(tenant.codes, folded);
    if (this.#missedAtMs.size >= missesRememberedMax) this.#missedAtMs.clear();
    this.#missedAtMs.set(tenant.id + folded, checkedAtMs);
    return unknown;
  }
}

function isFresh(known: KnownCode, tenant: LinkTenant, nowMs: number): boolean {
  if (known.checkedAtMs < tenant.codesChangedAtMs) return false;
  return known.state === 'active' || nowMs - known.checkedAtMs < refusalFreshMs;
}
