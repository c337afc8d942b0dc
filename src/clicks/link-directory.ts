import type { CodeIndex } from './code-slots.ts';
import { type LandingAddress, parseLandingAddress } from './landing-address.ts';

/** A tenant as the database has it. */
export interface TenantRow {
  readonly tenantId: string;
  readonly slug: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly landingUrl: string | null;
  readonly landingDomains: readonly string[];
  readonly nextSequence: bigint;
}

/** What serving a link needs to know of a tenant. Its rows are replaced while it stays the same object. */
export interface LinkTenant {
  readonly id: string;
  readonly codes: CodeIndex;
  row: TenantRow;
  landing: LandingAddress | null;
  /** Codes checked before this time (process's monotonic clock) have to be checked again. */
  codesChangedAtMs: number;
}

export interface HostRow {
  readonly host: string;
  readonly tenantId: string;
}

/** Finds the tenant of a link (contract.md 2): by host, else the installation's only tenant, else by the slug in the path. */
export class LinkDirectory {
  #byId = new Map<string, LinkTenant>();
  #bySlug = new Map<string, LinkTenant>();
  #byHost = new Map<string, LinkTenant>();
  #only: LinkTenant | undefined;

  find(host: string, slug: string | undefined): LinkTenant | undefined {
    if (slug !== undefined) return this.#bySlug.get(slug);
    if (this.#byHost.size > 0) {
      const named = this.#byHost.get(host.toLowerCase()) ?? this.#byHost.get(withoutPort(host.toLowerCase()));
      if (named !== undefined) return named;
    }
    return this.#only;
  }

  findById(tenantId: string): LinkTenant | undefined {
    return this.#byId.get(tenantId);
  }

  list(): IterableIterator<LinkTenant> {
    return this.#byId.values();
  }

  /** Takes over the rows of all tenants and returns those that are gone. */
  replace(rows: readonly TenantRow[], hosts: readonly HostRow[]): readonly LinkTenant[] {
    const before = this.#byId;
    this.#byId = new Map(rows.map((row) => [row.tenantId, takeOver(before.get(row.tenantId), row)]));
    this.#bySlug = new Map([...this.#byId.values()].map((tenant) => [tenant.row.slug, tenant]));
    this.#byHost = new Map();
    for (const { host, tenantId } of hosts) {
      const tenant = this.#byId.get(tenantId);
      if (tenant !== undefined) this.#byHost.set(host.toLowerCase(), tenant);
    }
    const [first, ...others] = this.#byId.values();
    this.#only = others.length === 0 ? first : undefined;
    return [...before.values()].filter((tenant) => !this.#byId.has(tenant.id));
  }
}

function takeOver(known: LinkTenant | undefined, row: TenantRow): LinkTenant {
  const landing = row.landingUrl === null ? null : parseLandingAddress(row.landingUrl, row.landingDomains);
  if (known === undefined) return { id: row.tenantId, codes: new Map(), row, landing, codesChangedAtMs: 0 };
  known.row = row;
  known.landing = landing;
  return known;
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}
