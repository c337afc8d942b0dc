import { foldCode } from '../domain/codes/fold-code.ts';
import type { Code } from '../domain/facts/code.ts';
import type { ClickId, CodeId } from '../domain/ids.ts';
import type { IdentityFacts } from './identity.store.ts';

export type KnownCode = Omit<IdentityFacts['codes'][number], 'folded'>;
type KnownClick = IdentityFacts['clicks'][number];

/** Codes and clicks as statement 2 found them, and what the events since have added. */
export class KnownCodes {
  readonly #ids = new Map<string, CodeId>();
  readonly #codes = new Map<CodeId, KnownCode>();
  readonly #clicks = new Map<ClickId, { readonly codeId: CodeId; readonly clickedAt: string }>();

  /** Takes in what a reading found. A code that is known already is newer; of a click what is stored counts, as the first of an id stays. */
  meet({ codes, clicks }: Pick<IdentityFacts, 'codes' | 'clicks'>): void {
    for (const { folded, ...code } of codes) {
      this.#ids.set(folded, code.codeId);
      if (!this.#codes.has(code.codeId)) this.#codes.set(code.codeId, code);
    }
    for (const { clickId, clickedAt, ...code } of clicks) {
      this.#clicks.set(clickId, { codeId: code.codeId, clickedAt });
      if (!this.#codes.has(code.codeId)) this.#codes.set(code.codeId, code);
    }
  }

  /** Codes that an earlier batch made or retired. */
  learn(codes: readonly Code[]): void {
    for (const { id: codeId, folded, customerId, status, retiredAt } of codes) {
      this.#ids.set(folded, codeId);
      this.#codes.set(codeId, { codeId, customerId, status, retiredAt: retiredAt?.toISOString() ?? null });
    }
  }

  find(text: string): KnownCode | undefined {
    const id = this.#ids.get(foldCode(text));
    return id === undefined ? undefined : this.#codes.get(id);
  }

  findClick(clickId: ClickId): KnownClick | undefined {
    const click = this.#clicks.get(clickId);
    const code = click === undefined ? undefined : this.#codes.get(click.codeId);
    return click === undefined || code === undefined ? undefined : { ...code, clickId, clickedAt: click.clickedAt };
  }

  putClick(clickId: ClickId, codeId: CodeId | null, at: Date): void {
    // The first click of an id stays: a later one of the same id is not stored either.
    if (codeId === null || !this.#codes.has(codeId) || this.#clicks.has(clickId)) return;
    this.#clicks.set(clickId, { codeId, clickedAt: at.toISOString() });
  }
}

/** Whether the code worked at that instant: what was done with it before it was retired counts as long as it would have (contract.md 6.8). */
export function hadWorked({ status, retiredAt }: Pick<KnownCode, 'status' | 'retiredAt'>, at: Date): boolean {
  return status === 'active' || (retiredAt !== null && at < new Date(retiredAt));
}
