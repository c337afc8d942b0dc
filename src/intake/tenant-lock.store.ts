import type pg from 'pg';
import type { ProgramId, TenantId, VersionId } from '../domain/ids.ts';
import type { Program, PublishedVersion } from '../domain/program/program.ts';
import { decodeLog } from './log-codec.ts';
import { storedDocument } from './stored-document.ts';

export interface TenantState {
  readonly hashKey: Buffer;
  readonly nextSequence: bigint;
  readonly chainHash: Buffer;
  readonly programRevision: bigint;
  /** 0 where nobody ever listened. */
  readonly webhookRevision: bigint;
  /** Whether it has settings of its own for mail. */
  readonly hasMail: boolean;
  readonly isDemo: boolean;
}

interface TenantStateRow {
  readonly hash_key: Buffer;
  readonly next_sequence: bigint;
  readonly chain_hash: Buffer;
  readonly program_revision: bigint;
  readonly webhook_revision: bigint;
  readonly has_mail: boolean;
  readonly is_demo: boolean;
}

/**
 * Statement 1 of the road: commit order becomes replay order. Facts are read by a later statement: reading them in the one that
 * locks sees the snapshot from before the wait (contract.md 6.1).
 */
export async function lockTenant(client: pg.ClientBase, tenantId: TenantId): Promise<TenantState | null> {
  return findTenantState(client, tenantId, 'for no key update');
}

/** A tenant's key never changes: kept, so that waiting events can be hashed before their transaction begins. */
const hashKeys = new Map<TenantId, Buffer>();

export function findHashKey(tenantId: TenantId): Buffer | null {
  return hashKeys.get(tenantId) ?? null;
}

function keepHashKey(tenantId: TenantId, hashKey: Buffer): Buffer {
  const known = hashKeys.get(tenantId);
  if (known?.equals(hashKey) === true) return known;
  hashKeys.set(tenantId, hashKey);
  return hashKey;
}

/** The same without the lock: for dry runs, which store nothing. */
export async function readTenant(client: pg.ClientBase, tenantId: TenantId): Promise<TenantState | null> {
  return findTenantState(client, tenantId, '');
}

async function findTenantState(client: pg.ClientBase, tenantId: TenantId, lock: 'for no key update' | ''): Promise<TenantState | null> {
  const { rows } = await client.query<TenantStateRow>({
    name: lock === '' ? 'intake-read-tenant' : 'intake-lock-tenant',
    text: `select hash_key, next_sequence, chain_hash, program_revision, webhook_revision, has_mail, is_demo from tenant where tenant_id = $1 ${lock}`,
    values: [tenantId],
  });
  const [row] = rows;
  if (row === undefined) return null;
  return {
    hashKey: keepHashKey(tenantId, row.hash_key),
    nextSequence: row.next_sequence,
    chainHash: row.chain_hash,
    programRevision: row.program_revision,
    webhookRevision: row.webhook_revision,
    hasMail: row.has_mail,
    isDemo: row.is_demo,
  };
}

interface ProgramRow {
  readonly program_id: ProgramId;
  readonly created_sequence: bigint;
  readonly pauses: string;
  readonly ended_at: Date | null;
  readonly version_id: VersionId;
  readonly number: number;
  readonly effective_from: Date;
  readonly parsed: string;
}

/** Every programme with a published version, oldest first; `with-drafts` for trying a version that is not published yet. */
export async function loadPrograms(
  client: pg.ClientBase,
  tenantId: TenantId,
  which: 'published' | 'with-drafts' = 'published',
): Promise<readonly Program[]> {
  const { rows } = await client.query<ProgramRow>(
    `select p.program_id, coalesce(p.created_sequence, 0) as created_sequence, p.pauses, p.ended_at, v.version_id, v.number,
       coalesce(v.effective_from, v.created_at) as effective_from, v.parsed
     from program p join program_version v on v.tenant_id = p.tenant_id and v.program_id = p.program_id
     where p.tenant_id = $1 and ($2 or (v.status = 'published' and p.created_sequence is not null))
     order by p.created_sequence, v.effective_from, v.number`,
    [tenantId, which === 'with-drafts'],
  );
  const programs = new Map<ProgramId, Program>();
  for (const row of rows) {
    const version: PublishedVersion = {
      id: row.version_id,
      number: row.number,
      effectiveFrom: row.effective_from,
      document: storedDocument(row.parsed),
    };
    const known = programs.get(row.program_id);
    programs.set(row.program_id, {
      id: row.program_id,
      createdSequence: row.created_sequence,
      versions: [...(known?.versions ?? []), version],
      pauses: decodeLog(row.pauses) as Program['pauses'],
      endedAt: row.ended_at,
    });
  }
  return [...programs.values()];
}

/** Programmes change rarely: kept per tenant for as long as its revision stands. */
export class ProgramCache {
  readonly #byTenant = new Map<TenantId, { readonly revision: bigint; readonly programs: readonly Program[] }>();

  async get(client: pg.ClientBase, tenantId: TenantId, revision: bigint): Promise<readonly Program[]> {
    const known = this.#byTenant.get(tenantId);
    if (known !== undefined && known.revision === revision) return known.programs;
    const programs = await loadPrograms(client, tenantId);
    this.#byTenant.set(tenantId, { revision, programs });
    return programs;
  }
}
