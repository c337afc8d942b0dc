import type { HeldConnection } from './held-connection.store.ts';
import type { VisitKind } from './visit-kind.ts';

/** A visit to a link, to be stored. */
export interface Click {
  readonly tenantId: string;
  /** 32 hex digits, as is `codeId`. */
  readonly clickId: string;
  readonly codeId: string;
  readonly kind: VisitKind;
  readonly addressPrefix: string | null;
  readonly clickedAtMs: number;
}

/** Visits of one tenant's local day (`2026-11-22`) of which no click is kept. */
export interface ClickLoss {
  readonly tenantId: string;
  readonly day: string;
  readonly reason: string;
  readonly count: number;
}

const timeLimitMs = 2_000;

const insertClicksStatement = {
  name: 'clicks-insert',
  text: `insert into click (tenant_id, click_id, code_id, kind, address_prefix, clicked_at)
         select c.tenant_id, c.click_id, c.code_id, c.kind, c.address_prefix, timestamptz 'epoch' + c.clicked_at_ms * interval '1 millisecond'
         from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bigint[])
              as c (tenant_id, click_id, code_id, kind, address_prefix, clicked_at_ms)`,
};

const addLossesStatement = {
  name: 'clicks-add-losses',
  text: `insert into click_loss (tenant_id, day, reason, count)
         select l.tenant_id, l.day, l.reason, l.count
         from unnest($1::uuid[], $2::date[], $3::text[], $4::bigint[]) as l (tenant_id, day, reason, count)
         on conflict (tenant_id, day, reason) do update set count = click_loss.count + excluded.count`,
};

const commitDurably = { name: 'clicks-commit-durably', text: 'set synchronous_commit = on' };

/** A server may be set to answer before it has written; a click is never acknowledged so. */
export async function makeDurable(connection: HeldConnection): Promise<void> {
  await connection.query(commitDurably, [], timeLimitMs);
}

export async function insertClicks(connection: HeldConnection, clicks: readonly Click[]): Promise<void> {
  // Array literals by hand: the driver's own escaping of six arrays took longer than everything else in the batch, and
  // ids, kinds, network prefixes and numbers hold nothing to escape.
  let tenants = '{';
  let ids = '{';
  let codes = '{';
  let kinds = '{';
  let addresses = '{';
  let times = '{';
  let comma = '';
  for (const click of clicks) {
    tenants += comma + click.tenantId;
    ids += comma + click.clickId;
    codes += comma + click.codeId;
    kinds += comma + click.kind;
    addresses += comma + (click.addressPrefix ?? 'NULL');
    times += comma + click.clickedAtMs;
    comma = ',';
  }
  await connection.query(
    insertClicksStatement,
    [`${tenants}}`, `${ids}}`, `${codes}}`, `${kinds}}`, `${addresses}}`, `${times}}`],
    timeLimitMs,
  );
}

/** Adds to what the days already hold. Sorted, so that two processes lock rows in one order. */
export async function addClickLosses(connection: HeldConnection, losses: readonly ClickLoss[]): Promise<void> {
  const sorted = [...losses].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const values = [sorted.map((l) => l.tenantId), sorted.map((l) => l.day), sorted.map((l) => l.reason), sorted.map((l) => l.count)];
  await connection.query(addLossesStatement, values, timeLimitMs);
}

function keyOf(loss: ClickLoss): string {
  return `${loss.tenantId} ${loss.day} ${loss.reason}`;
}
