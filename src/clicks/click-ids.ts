import { randomFillSync } from 'node:crypto';

const idBytes = 10;
const poolBytes = idBytes * 1_024;
const variantDigits = '89ab';

/**
 * Draws click ids: uuid v7 (RFC 9562) as 32 hex digits without hyphens, 74 bits from the system's random source, which is
 * read a thousand ids at a time.
 */
export class ClickIds {
  readonly #pool = Buffer.alloc(poolBytes);
  #at = poolBytes;
  #timeMs = -1;
  #timeHex = '';

  next(nowMs: number): string {
    if (this.#at === poolBytes) {
      randomFillSync(this.#pool);
      this.#at = 0;
    }
    const random = this.#pool.toString('hex', this.#at, this.#at + idBytes);
    const variant = variantDigits.charAt((this.#pool[this.#at] ?? 0) & 3);
    this.#at += idBytes;
    if (nowMs !== this.#timeMs) {
      this.#timeMs = nowMs;
      this.#timeHex = nowMs.toString(16).padStart(12, '0');
    }
    return `${this.#timeHex}7${random.slice(2, 5)}${variant}${random.slice(5)}`;
  }
}
