import { type ClickCount, countByRollup } from './click-counts.ts';
import type { HeldConnection } from './held-connection.store.ts';
import type { LinkChannel } from './share-channel.ts';
import type { VisitKind } from './visit-kind.ts';

/** A visit to a link, to be stored. */
export interface Click {
  readonly tenantId: string;
  /** 32 hex digits, as is `codeId`. */
  readonly clickId: string;
  readonly codeId: string;
  readonly kind: VisitKind;
  readonly addressPrefix: string | null;
  /** Of the closed set; null where the link named none. */
  readonly channel: LinkChannel | null;
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

const insertText = `insert into click (tenant_id, click_id, code_id, kind, address_prefix, channel, clicked_at)
         select c.tenant_id, c.click_id, c.code_id, c.kind, c.address_prefix, c.channel, timestamptz 'epoch' + c.clicked_at_ms * interval '1 millisecond'
         from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::bigint[])
              as c (tenant_id, click_id, code_id, kind, address_prefix, channel, clicked_at_ms)`;

/** Adds to the rollup; its parameters begin at `first`. */
const countText = (first: number): string => `insert into click_rollup (tenant_id, quarter, kind, channel, writer, clicks)
         select r.tenant_id, timestamptz 'epoch' + r.quarter_ms * interval '1 millisecond', r.kind, r.channel, $${first}::integer, r.clicks
         from unnest($${first + 1}::uuid[], $${first + 2}::bigint[], $${first + 3}::text[], $${first + 4}::text[], $${first + 5}::bigint[])
              as r (tenant_id, quarter_ms, kind, channel, clicks)
         on conflict (tenant_id, quarter, kind, channel, writer) do update set clicks = click_rollup.clicks + excluded.clicks`;

const insertClicksStatement = { name: 'clicks-insert', text: insertText };
const countClicksStatement = { name: 'clicks-count', text: countText(1) };
const insertCountedStatement = { name: 'clicks-insert-counted', text: `with counted as (${countText(8)}) ${insertText}` };
const begin = { name: 'clicks-begin', text: 'begin' };
const commit = { name: 'clicks-commit', text: 'commit' };

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

/** Stores clicks and what they add to the rollup, both or neither; `writer` has the rollup's rows for itself. */
export async function insertClicks(connection: HeldConnection, clicks: readonly Click[], writer: number): Promise<void> {
  const counts = countByRollup(clicks);
  const values = [...clickValues(clicks), writer, ...countValues(counts)];
  const isOfOneTenant = counts[0]?.tenantId === counts.at(-1)?.tenantId;
  if (isOfOneTenant) {
    await connection.query(insertCountedStatement, values, timeLimitMs);
    return;
  }
  // A distributed database writes two tables in one statement for one tenant only.
  await connection.query(begin, [], timeLimitMs);
  await connection.query(insertClicksStatement, values.slice(0, 7), timeLimitMs);
  await connection.query(countClicksStatement, values.slice(7), timeLimitMs);
  await connection.query(commit, [], timeLimitMs);
}

function countValues(counts: readonly ClickCount[]): readonly string[] {
  const columnOf = (of: (count: ClickCount) => string | number): string => `{${counts.map(of).join(',')}}`;
  return [
    columnOf(({ tenantId }) => tenantId),
    columnOf(({ quarterMs }) => quarterMs),
    columnOf(({ kind }) => kind),
    columnOf(({ channel }) => channel ?? '""'),
    columnOf(({ clicks }) => clicks),
  ];
}

function clickValues(clicks: readonly Click[]): readonly string[] {
  // Array literals by hand: the driver's own escaping of seven arrays took longer than everything else in the batch, and
  // ids, kinds, network prefixes, channels and numbers hold nothing to escape.
  let tenants = '{';
  let ids = '{';
  let codes = '{';
  let kinds = '{';
  let addresses = '{';
  let channels = '{';
  let times = '{';
  let comma = '';
  for (const click of clicks) {
    tenants += comma + click.tenantId;
    ids += comma + click.clickId;
    codes += comma + click.codeId;
    kinds += comma + click.kind;
    addresses += comma + (click.addressPrefix ?? 'NULL');
    channels += comma + (click.channel ?? 'NULL');
    times += comma + click.clickedAtMs;
    comma = ',';
  }
  return [`${tenants}}`, `${ids}}`, `${codes}}`, `${kinds}}`, `${addresses}}`, `${channels}}`, `${times}}`];
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
