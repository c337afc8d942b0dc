/** Passwords as argon2id, and how many are hashed at once: a crowd at the door must never slow a redirect (reliability.md 2). */
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's second profile: argon2id (2 in the library's ambient enum), 19 MiB, two passes. */
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1));
const QUEUE_MAX = 50;

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

/** The most used ones of every list, and what people make of the product's own words. */
const COMMON = /^(?:(?:123456789012|password|qwerty|йцукен|sarafan|сарафан|admin|letmein|welcome|пароль)[\d!@#$%^&*._-]*|(.)\1+)$/i;

export type PasswordProblem = 'too-short' | 'too-long' | 'too-common';

/** No rules of composition: length and not being everybody's choice. */
export function passwordProblem(password: string): PasswordProblem | null {
  const typed = password.normalize('NFKC');
  const length = [...typed].length;
  if (length < PASSWORD_MIN) return 'too-short';
  if (length > PASSWORD_MAX) return 'too-long';
  return COMMON.test(typed) ? 'too-common' : null;
}

export class Passwords {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  #decoy: Promise<string> | null = null;

  hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(password.normalize('NFKC'), OPTIONS));
  }

  /** Takes as long for an unknown account as for a known one: null hashes against a decoy. 'busy': the line at the door is too long. */
  async verify(stored: string | null, password: string): Promise<boolean | 'busy'> {
    this.#decoy ??= hash('a password nobody has', OPTIONS);
    const against = stored ?? (await this.#decoy);
    // Looked at when there is nothing more to wait for: the first crowd of all comes while the decoy is made, and is a crowd too.
    if (this.#waiting.length >= QUEUE_MAX) return 'busy';
    const isRight = await this.#inTurn(() => verify(against, password.normalize('NFKC')));
    return stored !== null && isRight;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      return await work();
    } finally {
      // The turn is handed on, never put down in between: who comes at that moment would be one too many.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
