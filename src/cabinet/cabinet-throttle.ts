/** Slows the cabinet's door: by network, and by the account that is knocked at, so that many addresses on one account get no further. */
import { networkOf } from '../clicks/address-prefix.ts';
import { RateLimit } from '../rate-limit.ts';

const WINDOW_SECONDS = 600;

/** All answer how many seconds to wait; 0 = it may be done. */
export class CabinetThrottle {
  readonly #codesOfAccount = limitOf(5);
  readonly #codesOfNetwork = limitOf(30);
  readonly #triesOfAccount = limitOf(20);
  readonly #triesOfNetwork = limitOf(60);
  readonly #badTokens = limitOf(30);

  /** Asking for one more code. */
  async takeCode(account: string, address: string): Promise<number> {
    const waits = await Promise.all([this.#codesOfAccount.take(account), this.#codesOfNetwork.take(networkOf(address))]);
    return Math.max(...waits);
  }

  /** Trying one more code. */
  async takeTry(account: string, address: string): Promise<number> {
    const waits = await Promise.all([this.#triesOfAccount.take(account), this.#triesOfNetwork.take(networkOf(address))]);
    return Math.max(...waits);
  }

  /** Showing a token of the shop: only bad ones are counted. */
  async lookAtTokens(address: string): Promise<number> {
    return this.#badTokens.look(networkOf(address));
  }

  async countBadToken(address: string): Promise<void> {
    await this.#badTokens.take(networkOf(address));
  }
}

function limitOf(times: number): RateLimit {
  return new RateLimit({ times, seconds: WINDOW_SECONDS });
}
