/** Slows the cabinet's door: by network, and by the account that is knocked at, so that many addresses on one account get no further. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { truncateAddress } from '../clicks/address-prefix.ts';

const WINDOW_SECONDS = 600;
const CODES_PER_ACCOUNT = 5;
const CODES_PER_NETWORK = 30;
const TRIES_PER_ACCOUNT = 20;
const TRIES_PER_NETWORK = 60;
const BAD_TOKENS_PER_NETWORK = 30;

export class CabinetThrottle {
  readonly #codesOfAccount = limiter(CODES_PER_ACCOUNT);
  readonly #codesOfNetwork = limiter(CODES_PER_NETWORK);
  readonly #triesOfAccount = limiter(TRIES_PER_ACCOUNT);
  readonly #triesOfNetwork = limiter(TRIES_PER_NETWORK);
  readonly #badTokens = limiter(BAD_TOKENS_PER_NETWORK);

  /** Whether one more code may be asked for. */
  async takeCode(account: string, address: string): Promise<boolean> {
    const [mine, network] = await Promise.all([take(this.#codesOfAccount, account), take(this.#codesOfNetwork, networkOf(address))]);
    return mine && network;
  }

  /** Whether one more code may be tried. */
  async takeTry(account: string, address: string): Promise<boolean> {
    const [mine, network] = await Promise.all([take(this.#triesOfAccount, account), take(this.#triesOfNetwork, networkOf(address))]);
    return mine && network;
  }

  async mayShowToken(address: string): Promise<boolean> {
    const state = await this.#badTokens.get(networkOf(address));
    return state === null || state.remainingPoints > 0;
  }

  async countBadToken(address: string): Promise<void> {
    await take(this.#badTokens, networkOf(address));
  }
}

function limiter(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
}

async function take(limit: RateLimiterMemory, key: string): Promise<boolean> {
  const refused = await limit.consume(key).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (refused !== null && !(refused instanceof RateLimiterRes)) throw refused;
  return refused === null;
}

function networkOf(address: string): string {
  return truncateAddress(address)?.throttled ?? 'unknown';
}
