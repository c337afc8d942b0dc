/** The review queue of referrals (2-13): a share of them by chance, and what was found. Chance is the SHA-256 of the referral's id. */
import { sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { ReferralCheck } from '../domain/facts/referral-check.ts';
import { idFromUuid, type ReferralId } from '../domain/ids.ts';
import { readReferrals, type ShownReferral } from './referrals.store.ts';

/** 0 to 9999, written as in the index of open ones: a share of that many basis points holds the referrals below it. */
const DRAW = sql<number>`((get_byte(sha256(uuid_send(referral_id)), 0) << 16) | (get_byte(sha256(uuid_send(referral_id)), 1) << 8) | get_byte(sha256(uuid_send(referral_id)), 2)) % 10000`;

export interface SampledReferral {
  readonly referral: ShownReferral;
  readonly draw: number;
  readonly check: ReferralCheck | null;
}

export interface SamplePage {
  readonly state: 'open' | 'done';
  readonly shareBasisPoints: number;
  /** The last one of the page before: its draw (open) or when it was checked, epoch ms (done), and its id. */
  readonly after: { readonly key: number; readonly id: string } | null;
  readonly limit: number;
}

/** Open: those the share holds and nobody has checked, in the order of chance. Done: all that were checked, newest first. At most `limit` + 1. */
export async function listSampled(db: Db, caller: Caller, page: SamplePage): Promise<readonly SampledReferral[]> {
  return withReferrals(db, caller, page.state === 'open' ? await openRows(db, caller, page) : await doneRows(db, caller, page));
}

export async function findSampled(db: Db, caller: Caller, id: ReferralId): Promise<SampledReferral | null> {
  const rows = await selectSample(db, caller).where('referral_id', '=', id).execute();
  return (await withReferrals(db, caller, rows))[0] ?? null;
}

function selectSample(db: Db, caller: Caller) {
  return db
    .selectFrom('referral')
    .select(['referral_id', 'check_finding', 'checked_at', 'checked_by', DRAW.as('draw')])
    .where('tenant_id', '=', caller.tenantId);
}

function openRows(db: Db, caller: Caller, { shareBasisPoints, after, limit }: Pick<SamplePage, 'shareBasisPoints' | 'after' | 'limit'>) {
  let query = selectSample(db, caller)
    .where('checked_at', 'is', null)
    .where('status', 'in', ['ordered', 'qualified'])
    .where(DRAW, '<', shareBasisPoints);
  if (after !== null) query = query.where(sql<boolean>`(${DRAW}, referral_id) > (${after.key}::integer, ${after.id}::uuid)`);
  return query
    .orderBy(DRAW)
    .orderBy('referral_id')
    .limit(limit + 1)
    .execute();
}

function doneRows(db: Db, caller: Caller, { after, limit }: SamplePage) {
  let query = selectSample(db, caller).where('checked_at', 'is not', null);
  if (after !== null)
    query = query.where(sql<boolean>`(checked_at, referral_id) < (${new Date(after.key)}::timestamptz, ${after.id}::uuid)`);
  return query
    .orderBy('checked_at', 'desc')
    .orderBy('referral_id', 'desc')
    .limit(limit + 1)
    .execute();
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSample>['execute']>>[number];

async function withReferrals(db: Db, caller: Caller, rows: readonly Row[]): Promise<readonly SampledReferral[]> {
  const ids = rows.map((row) => idFromUuid<ReferralId>(row.referral_id));
  const found = new Map((await readReferrals(db, caller, ids)).map((referral) => [String(referral.id), referral]));
  return rows.flatMap((row): readonly SampledReferral[] => {
    const referral = found.get(row.referral_id);
    return referral === undefined ? [] : [{ referral, draw: row.draw, check: checkOf(row) }];
  });
}

function checkOf({ check_finding: finding, checked_at: at, checked_by: by }: Row): ReferralCheck | null {
  return finding === null || at === null ? null : { finding, at, by };
}
