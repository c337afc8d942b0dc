import { randomInt } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { type Problem, problem } from '../contract/problems.ts';
import { readTemplateBody } from '../contract/templates.endpoints.ts';
import type { Db } from '../database/schema.ts';
import { deriveId, idFromUuid, type ProgramId, type TenantId, type VersionId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { documentFromTemplate } from '../templates/propose-program.ts';
import { decodeDocumentBody, decodeVersionBody, malformedTemplateBody } from './decode-document-body.ts';
import { requireRead } from './document-hash.ts';
import {
  findProgram,
  getTenantTimeZone,
  insertProgram,
  insertVersion,
  type ProgramName,
  type ProgramRecord,
  replaceDraft,
} from './programs.store.ts';

const RANDOM_SEQUENCES = 2 ** 40;

export interface DraftDeps {
  readonly db: Db;
  readonly clock: Clock;
}

/** Keeps a new programme whose only version is a draft; nothing of it runs before it is published. */
export async function createProgram(deps: DraftDeps, tenantId: TenantId, body: unknown): Promise<Result<ProgramRecord, Problem>> {
  const asked = await fromTemplate(deps, tenantId, body);
  if (!asked.ok) return asked;
  const decoded = decodeDocumentBody(asked.value, { timeZone: await getTenantTimeZone(deps.db, tenantId) });
  if (!decoded.ok) return decoded;
  const now = deps.clock.now();
  const programId = idFromUuid<ProgramId>(newId(tenantId, now));
  const versionId = idFromUuid<VersionId>(newId(tenantId, now));
  await insertProgram(deps.db, { tenantId, programId, versionId, createdAt: now, ...decoded.value });
  return reload(deps, { tenantId, programId });
}

/** Keeps the next version as a draft. An ended programme takes none: `program_state`; nor one that has moved on: `draft_changed`. */
export async function addVersion(deps: DraftDeps, program: ProgramName, body: unknown): Promise<Result<ProgramRecord, Problem>> {
  const known = await findProgram(deps.db, program);
  if (known === null) return err(problem('program_unknown', 'id'));
  if (known.endedAt !== null) return err(problem('program_state'));
  const decoded = decodeVersionBody(body, { timeZone: await getTenantTimeZone(deps.db, program.tenantId) });
  if (!decoded.ok) return decoded;
  const { readHash, ...sent } = decoded.value;
  const newest = known.versions.at(-1);
  const isRead = requireRead(newest, readHash);
  if (!isRead.ok) return isRead;
  const now = deps.clock.now();
  const versionId = idFromUuid<VersionId>(newId(program.tenantId, now));
  const after = readHash === null ? null : (newest?.number ?? null);
  const isKept = await insertVersion(deps.db, { ...program, versionId, createdAt: now, ...sent }, after);
  if (isKept) return reload(deps, program);
  return err(after === null ? problem('program_unknown', 'id') : problem('draft_changed'));
}

/** Replaces a draft's document. A published version never changes: `program_not_draft`; nor a text nobody read: `draft_changed`. */
export async function replaceVersion(
  deps: DraftDeps,
  version: ProgramName & { readonly number: number },
  body: unknown,
): Promise<Result<ProgramRecord, Problem>> {
  const { tenantId, programId, number } = version;
  const known = await findProgram(deps.db, version);
  if (known === null) return err(problem('program_unknown', 'id'));
  const draft = known.versions.find((each) => each.number === number);
  if (draft === undefined) return err(problem('version_unknown', 'number'));
  if (draft.status === 'published') return err(problem('program_not_draft'));
  const decoded = decodeVersionBody(body, { timeZone: await getTenantTimeZone(deps.db, tenantId) });
  if (!decoded.ok) return decoded;
  const { readHash, ...sent } = decoded.value;
  const isRead = requireRead(draft, readHash);
  if (!isRead.ok) return isRead;
  const from = readHash === null ? null : draft.sent;
  const isReplaced = await replaceDraft(deps.db, { tenantId, programId, versionId: draft.id, ...sent }, from);
  if (isReplaced) return reload(deps, version);
  return err(problem(readHash === null ? 'program_not_draft' : 'draft_changed'));
}

/** A body that names a template becomes the body of its document; any other stays as it is. */
export async function fromTemplate(deps: DraftDeps, tenantId: TenantId, body: unknown): Promise<Result<unknown, Problem>> {
  if (typeof body !== 'object' || body === null || !('templateId' in body)) return ok(body);
  const asked = readTemplateBody(body);
  if (asked === null) return err(malformedTemplateBody());
  const document = await documentFromTemplate(deps, tenantId, asked);
  return document.ok ? ok({ document: document.value }) : document;
}

async function reload(deps: DraftDeps, program: ProgramName): Promise<Result<ProgramRecord, Problem>> {
  const record = await findProgram(deps.db, program);
  // Somebody may delete a draft as soon as it is kept.
  return record === null ? err(problem('program_unknown', 'id')) : ok(record);
}

/** Drafts are no decisions, so nothing must make their ids again: 40 random bits stand where a decision has its sequence. */
function newId(tenantId: TenantId, now: Date): string {
  return deriveId({ tenantId, sequence: BigInt(randomInt(RANDOM_SEQUENCES)), ordinal: 0, storedAt: now });
}
