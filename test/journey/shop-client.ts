import { type HttpReply, type HttpRequest, type HttpShop, openHttpShop } from '../support/http-shop.ts';
import type { SarafanProcess } from '../support/sarafan-process.ts';

export interface WireReward {
  readonly id: string;
  readonly beneficiary: string;
  readonly customerId: string;
  readonly status: string;
  readonly heldUntil: string | null;
  readonly benefit: { readonly kind: string; readonly amount: { readonly amountMinor: string } };
}

export interface WireAnswer {
  readonly eventId: string;
  readonly outcome: string;
  readonly customerId: string | null;
  readonly rewards: readonly WireReward[];
  readonly refusals: readonly { readonly beneficiary: string; readonly reason: string }[];
}

interface WireCustomer {
  readonly id: string;
  readonly balances: readonly { readonly unit: string; readonly available: string; readonly held: string; readonly debt: string }[];
  readonly memberships: readonly { readonly programId: string; readonly status: string }[];
  readonly codes: readonly { readonly code: string }[];
}

const PAGE = 200;

/** The shop's side of the conversation, over HTTP with its secret key. */
export class ShopClient {
  readonly #http: HttpShop;
  readonly #externalIds = new Map<string, string>();
  readonly #codes = new Map<string, string>();

  constructor({ url, secretKey }: Pick<SarafanProcess, 'url' | 'secretKey'>) {
    if (secretKey === undefined) throw new Error('only the first start shows the key');
    this.#http = openHttpShop({ url, secretKey });
  }

  /** The answer as JSON; throws on anything but success. */
  async ask(method: HttpRequest['method'], path: string, body?: unknown): Promise<HttpReply['body']> {
    return (await this.#http.must({ method, path, body })).body;
  }

  async publish(document: object, effectiveFrom: Date): Promise<string> {
    const { id } = await this.ask('POST', '/v1/programs', { document });
    await this.ask('POST', `/v1/programs/${id}/versions/1/publish`, { effectiveFrom: effectiveFrom.toISOString() });
    return id;
  }

  /** How many the enrolment has made members so far. */
  async members(programId: string): Promise<number> {
    return (await this.ask('POST', `/v1/programs/${programId}/enrol`, {})).enrolment.customers;
  }

  async send(events: readonly object[]): Promise<readonly WireAnswer[]> {
    const { results } = await this.ask('POST', '/v1/events', { events });
    for (const [index, answer] of results.entries()) {
      const event = events[index];
      if (event !== undefined && 'customer' in event) this.#remember(answer.customerId, event.customer);
    }
    return results;
  }

  /** The shop's own id of a customer met before. */
  externalIdOf(customerId: string): string | undefined {
    return this.#externalIds.get(customerId);
  }

  async giveCode(customer: string, code: string): Promise<string> {
    await this.#customer(customer);
    return (await this.ask('POST', `/v1/customers/${customer}/codes`, { code })).code;
  }

  async findCode(customer: string): Promise<string | undefined> {
    return (await this.#customer(customer)).codes.at(-1)?.code;
  }

  rememberCode(customer: string, code: string): void {
    this.#codes.set(customer, code);
  }

  codeOf(customer: string): string {
    const code = this.#codes.get(customer);
    if (code === undefined) throw new Error(`${customer} has no code yet`);
    return code;
  }

  async isMember(customer: string, programId: string): Promise<boolean> {
    return (await this.#customer(customer)).memberships.some((membership) => membership.programId === programId);
  }

  async balance(customer: string): Promise<{ available: bigint; held: bigint; debt: bigint }> {
    const [balance] = (await this.#customer(customer)).balances;
    return { available: BigInt(balance?.available ?? 0), held: BigInt(balance?.held ?? 0), debt: BigInt(balance?.debt ?? 0) };
  }

  /** Reserves an amount at a checkout and spends it. */
  async spend(customer: string, amount: object): Promise<void> {
    const { id } = await this.ask('POST', '/v1/reservations', { customer: { externalId: customer }, amount });
    await this.ask('POST', `/v1/reservations/${id}/capture`);
  }

  async rewardCount(status: string): Promise<number> {
    return (await this.ask('GET', `/v1/rewards?status=${status}&limit=1`)).items.length;
  }

  async rewards(programId: string): Promise<readonly WireReward[]> {
    const rewards: WireReward[] = [];
    for (let cursor = ''; ; ) {
      const page = await this.ask('GET', `/v1/rewards?programId=${programId}&limit=${PAGE}${cursor}`);
      rewards.push(...page.items);
      if (page.nextCursor === null) return rewards;
      cursor = `&cursor=${page.nextCursor}`;
    }
  }

  async #customer(customer: string): Promise<WireCustomer> {
    const found: WireCustomer = await this.ask('GET', `/v1/customers/${customer}`);
    this.#externalIds.set(found.id, customer);
    return found;
  }

  #remember(customerId: string | null, customer: unknown): void {
    if (customerId === null || typeof customer !== 'object' || customer === null || !('externalId' in customer)) return;
    this.#externalIds.set(customerId, String(customer.externalId));
  }
}
