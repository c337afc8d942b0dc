import { foldCode } from '../domain/codes/fold-code.ts';
import type { ClickId, CodeId } from '../domain/ids.ts';
import type { IdentityFacts } from './identity.store.ts';

type KnownCode = IdentityFacts['codes'][number];
type KnownClick = IdentityFacts['clicks'][number];

/** Codes and clicks as statement 2 found them, and what the batch has added. */
export class KnownCodes {
  readonly #byText: ReadonlyMap<string, KnownCode>;
  readonly #clicks: Map<string, KnownClick>;

  constructor({ codes, clicks }: Pick<IdentityFacts, 'codes' | 'clicks'>) {
    this.#byText = new Map(codes.map((code) => [code.folded, code]));
    this.#clicks = new Map(clicks.map((click) => [click.clickId, click]));
  }

  find(text: string): KnownCode | undefined {
    return this.#byText.get(foldCode(text));
  }

  findClick(clickId: ClickId): KnownClick | undefined {
    return this.#clicks.get(clickId);
  }

  putClick(clickId: ClickId, codeId: CodeId | null, at: Date): void {
    const code = [...this.#byText.values()].find((known) => known.codeId === codeId);
    // The first click of an id stays: a later one of the same id is not stored either.
    if (code === undefined || this.#clicks.has(clickId)) return;
    this.#clicks.set(clickId, {
      clickId,
      codeId: code.codeId,
      customerId: code.customerId,
      status: code.status,
      clickedAt: at.toISOString(),
    });
  }
}
