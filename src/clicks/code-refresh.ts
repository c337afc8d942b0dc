import type { Clock } from '../clock.ts';
import {
  type CodeChange,
  type CodeOwner,
  type LogRange,
  listCodeChanges,
  listCodesBefore,
  listCodesByOwner,
  listTenants,
  type StoredCode,
} from './code-cache.store.ts';
import type { CodeCache } from './code-cache.ts';
import type { HeldConnection } from './held-connection.store.ts';
import type { LinkDirectory, LinkTenant } from './link-directory.ts';

export interface CodeRefreshDeps {
  readonly clock: Clock;
  readonly cache: CodeCache;
  readonly directory: LinkDirectory;
}

const changesMax = 5_000;
/** Beyond this many events since the last look it is cheaper to check each code when it is next asked for. */
const eventsReadMax = 20_000n;
/** Few enough that requests between two pages wait two milliseconds at most. */
const pageSize = 250;
const aboveAllIds = 'f'.repeat(32);

/** Reads what changed since the last look, and page by page all codes of all tenants. */
export class CodeRefresh {
  readonly #deps: CodeRefreshDeps;
  /** The last code read of each tenant that is being loaded; absent when it is done. */
  readonly #loading = new Map<string, string>();
  #hasPolled = false;

  constructor(deps: CodeRefreshDeps) {
    this.#deps = deps;
  }

  get isWarm(): boolean {
    return this.#hasPolled && this.#loading.size === 0;
  }

  async poll(connection: HeldConnection): Promise<void> {
    const { directory, cache } = this.#deps;
    const before = new Map([...directory.list()].map((tenant) => [tenant.id, tenant.row.nextSequence]));
    const { tenants, hosts } = await listTenants(connection);
    const ranges = rangesSince(before, tenants);
    const changes = await this.#readChanges(connection, ranges);
    // Taken over only now: if reading the changes fails, the next poll has to read them again.
    for (const gone of directory.replace(tenants, hosts)) {
      cache.forget(gone);
      this.#loading.delete(gone.id);
    }
    for (const { tenantId } of tenants) if (!before.has(tenantId)) this.#loading.set(tenantId, aboveAllIds);
    this.#hasPolled = true;
    for (const tenantId of changes.tenantIds) this.#recheck(directory.findById(tenantId));
    for (const code of changes.codes) this.#put(code, changes.readAtMs);
  }

  /** Loads one page and says whether there was one to load. */
  async loadPage(connection: HeldConnection): Promise<boolean> {
    const { cache, clock } = this.#deps;
    const [next] = this.#loading;
    if (next === undefined) return false;
    const [tenantId, before] = next;
    const readAtMs = performance.now();
    const codes = cache.isFull ? [] : await listCodesBefore(connection, { tenantId, before, limit: pageSize }, clock.now());
    for (const code of codes) this.#put(code, readAtMs);
    const last = codes.length === pageSize ? codes.at(-1) : undefined;
    if (last === undefined) this.#loading.delete(tenantId);
    else this.#loading.set(tenantId, last.codeId);
    return true;
  }

  async #readChanges(connection: HeldConnection, ranges: readonly LogRange[]): Promise<Changes> {
    const near = ranges.filter((range) => range.next - range.first <= eventsReadMax);
    const far = ranges.filter((range) => range.next - range.first > eventsReadMax).map((range) => range.tenantId);
    const readAtMs = performance.now();
    if (near.length === 0) return { tenantIds: far, codes: [], readAtMs };
    const all = { tenantIds: ranges.map((range) => range.tenantId), codes: [], readAtMs };
    const changes = await listCodeChanges(connection, near, changesMax);
    if (changes.length === changesMax) return all;
    const owners = ownersOf(changes);
    const whole = [...far, ...changes.filter((change) => change.customerId === null).map((change) => change.tenantId)];
    if (owners.length === 0) return { tenantIds: whole, codes: [], readAtMs };
    const codes = await listCodesByOwner(connection, owners, this.#deps.clock.now(), changesMax);
    return codes.length === changesMax ? all : { tenantIds: whole, codes, readAtMs };
  }

  #recheck(tenant: LinkTenant | undefined): void {
    if (tenant !== undefined) tenant.codesChangedAtMs = performance.now();
  }

  #put(code: StoredCode, readAtMs: number): void {
    const tenant = this.#deps.directory.findById(code.tenantId);
    if (tenant !== undefined) this.#deps.cache.put(tenant, code, readAtMs);
  }
}

interface Changes {
  /** All codes of these tenants have to be checked again. */
  readonly tenantIds: readonly string[];
  readonly codes: readonly StoredCode[];
  readonly readAtMs: number;
}

function rangesSince(before: ReadonlyMap<string, bigint>, tenants: readonly { tenantId: string; nextSequence: bigint }[]): LogRange[] {
  const ranges: LogRange[] = [];
  for (const { tenantId, nextSequence } of tenants) {
    const first = before.get(tenantId);
    if (first !== undefined && first < nextSequence) ranges.push({ tenantId, first, next: nextSequence });
  }
  return ranges;
}

function ownersOf(changes: readonly CodeChange[]): readonly CodeOwner[] {
  const owners = new Map<string, CodeOwner>();
  for (const { tenantId, customerId } of changes) {
    if (customerId !== null) owners.set(tenantId + customerId, { tenantId, customerId });
  }
  return [...owners.values()];
}
