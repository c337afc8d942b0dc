/** What a batch adds to the rollups: the parts of the records it changed, as they are now less as they were (domain/rollup/). */
import type { Referral } from '../domain/facts/entities.ts';
import type { Facts } from '../domain/facts/facts.ts';
import type { Table } from '../domain/facts/table.ts';
import {
  balancePart,
  broughtOrderPart,
  customerPart,
  lotPart,
  orderPart,
  type RollupPart,
  referralPart,
  rewardPart,
} from '../domain/rollup/rollup-parts.ts';
import { ROLLUP_TABLE_SPECS, type RollupTable, sumsOf } from './rollup-table-specs.ts';
import type { Row, RowsByTable } from './row.ts';
import type { TableSpec } from './table-spec.ts';

export function rollupRows(facts: Facts): RowsByTable {
  const orders = new Sums('order_rollup');
  orders.addChanges(facts.orders, orderPart);
  addBroughtOrders(orders, facts.referrals);
  return {
    customer_rollup: sumChanges('customer_rollup', facts.customers, customerPart),
    referral_rollup: sumChanges('referral_rollup', facts.referrals, referralPart),
    order_rollup: orders.rows(),
    reward_rollup: sumChanges('reward_rollup', facts.rewards, rewardPart),
    lot_rollup: sumChanges('lot_rollup', facts.lots, lotPart),
    balance_rollup: sumChanges('balance_rollup', facts.balances, balancePart),
  };
}

function sumChanges<V>(name: RollupTable, table: Table<V>, partOf: (record: V) => RollupPart | null): Row[] {
  const sums = new Sums(name);
  sums.addChanges(table, partOf);
  return sums.rows();
}

interface Sum {
  readonly part: RollupPart;
  readonly amounts: bigint[];
}

class Sums {
  readonly #labels: readonly string[];
  readonly #columns: readonly string[];
  readonly #byKey = new Map<string, Sum>();

  constructor(table: RollupTable) {
    const spec: TableSpec = ROLLUP_TABLE_SPECS[table];
    this.#labels = spec.key.filter((column) => column !== 'quarter');
    this.#columns = sumsOf(spec);
  }

  addChanges<V>(table: Table<V>, partOf: (record: V) => RollupPart | null): void {
    for (const { before, after } of table.changes()) {
      if (after !== null) this.add(partOf(after), 1n);
      if (before !== null) this.add(partOf(before), -1n);
    }
  }

  add(part: RollupPart | null, sign: 1n | -1n): void {
    if (part === null) return;
    let key = String(part.quarter);
    for (const label of part.labels) key += ` ${label}`;
    const sum = this.#byKey.get(key);
    if (sum === undefined) {
      this.#byKey.set(key, { part, amounts: part.amounts.map((amount) => sign * amount) });
      return;
    }
    for (let index = 0; index < part.amounts.length; index += 1) {
      const amount = part.amounts[index] ?? 0n;
      if (amount !== 0n) sum.amounts[index] = (sum.amounts[index] ?? 0n) + (sign === 1n ? amount : -amount);
    }
  }

  /** In the order of their keys, in which every process locks them. */
  rows(): Row[] {
    return [...this.#byKey]
      .filter(([, { amounts }]) => amounts.some((amount) => amount !== 0n))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, sum]) => this.#rowOf(sum));
  }

  #rowOf({ part: { quarter, labels }, amounts }: Sum): Row {
    const row: Record<string, unknown> = {};
    if (quarter !== null) row['quarter'] = Number.isFinite(quarter) ? new Date(quarter) : 'infinity';
    for (const [index, column] of this.#labels.entries()) row[column] = labels[index];
    for (const [index, column] of this.#columns.entries()) row[column] = (amounts[index] ?? 0n).toString();
    return row;
  }
}

/** An order that brought a friend to several programmes is one order, under the way they came to the first of them. */
function addBroughtOrders(orders: Sums, referrals: Table<Referral>): void {
  const friends = new Set<string>();
  for (const { before, after } of referrals.changes()) {
    if (before !== null && before.orderId === after?.orderId && before.by === after.by) continue;
    for (const referral of [before, after]) if (referral !== null) friends.add(referral.friendId);
  }
  for (const friend of friends) {
    const keys = [...referrals.keysBy('friend', friend)];
    for (const referral of firstByOrder(keys.flatMap((key) => referrals.get(key) ?? []))) orders.add(broughtOrderPart(referral), 1n);
    for (const referral of firstByOrder(keys.flatMap((key) => referrals.before(key) ?? []))) orders.add(broughtOrderPart(referral), -1n);
  }
}

function firstByOrder(referrals: readonly Referral[]): Iterable<Referral> {
  const first = new Map<string, Referral>();
  for (const referral of referrals) {
    if (referral.orderId === null) continue;
    const known = first.get(referral.orderId);
    if (known === undefined || referral.programId < known.programId) first.set(referral.orderId, referral);
  }
  return first.values();
}
