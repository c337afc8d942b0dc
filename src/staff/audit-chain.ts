/** Entries chained by their hashes: one that was changed, taken out or put between no longer fits (reliability.md I-23). */
import { createHash } from 'node:crypto';

export interface AuditEntry {
  readonly number: bigint;
  readonly at: Date;
  /** `staff:<id>`, `key:<id>` or `setup`. */
  readonly actor: string;
  readonly act: string;
  readonly subject: string;
  /** JSON without secrets; null where there is nothing to show. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface ChainedEntry extends AuditEntry {
  readonly chainHash: Buffer;
}

/** The hash an entry must have after the one before it. */
export function chainHash(previous: Buffer, entry: AuditEntry): Buffer {
  const text = JSON.stringify([
    entry.number.toString(),
    entry.at.toISOString(),
    entry.actor,
    entry.act,
    entry.subject,
    entry.before,
    entry.after,
  ]);
  return createHash('sha256').update(previous).update(text).digest();
}

/** What does not fit: an entry that does not follow the one before, or whose hash is not that of what it says. */
export interface ChainFinding {
  readonly number: bigint;
  readonly text: string;
}

/** Follows a chain from its first entry, page by page. */
export class ChainWalk {
  #hash: Buffer = Buffer.alloc(0);
  #last = 0n;
  readonly #findings: ChainFinding[] = [];

  /** The entries that come next, in order. */
  take(entries: readonly ChainedEntry[]): void {
    for (const { chainHash: stored, ...entry } of entries) {
      const { number } = entry;
      if (number !== this.#last + 1n) this.#findings.push({ number, text: `entry ${number} follows entry ${this.#last}` });
      if (!chainHash(this.#hash, entry).equals(stored)) this.#findings.push({ number, text: `entry ${number} does not match its hash` });
      this.#hash = stored;
      this.#last = number;
    }
  }

  get findings(): readonly ChainFinding[] {
    return this.#findings;
  }

  /** The number and the stored hash of the entry taken last; 0 and nothing before the first. */
  get end(): { readonly number: bigint; readonly hash: Buffer } {
    return { number: this.#last, hash: this.#hash };
  }
}
