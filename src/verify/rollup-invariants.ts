/** The rollups of the overview: I-37, I-38 for clicks, and I-39 for shares. */
import { ROLLUP_TABLE_SPECS, type RollupTable, sumsOf } from '../intake/rollup-table-specs.ts';
import type { SqlInvariant } from './invariant.ts';

const quarterOf = (at: string): string => `date_bin('15 minutes', ${at}, '0001-01-01 00:00:00+00')`;

/** Each rollup counted anew, in the columns of its table: a second way beside the increments of rollup-parts.ts. */
const RECOUNTS: Readonly<Record<RollupTable, string>> = {
  customer_rollup: `
    select ${quarterOf('least(created_at, first_order_at, signed_up_at)')} as quarter, count(*) as customers
    from customer where tenant_id = $1 group by 1`,
  referral_rollup: `
    select ${quarterOf('started_at')} as quarter, by as channel, count(*) as started,
      count(*) filter (where status in ('joined', 'ordered', 'qualified', 'refused', 'reversed') or order_id is not null) as joined,
      count(*) filter (where status in ('ordered', 'qualified', 'reversed') or order_id is not null) as ordered,
      count(*) filter (where status = 'qualified') as qualified,
      count(*) filter (where status in ('refused', 'expired', 'reversed')) as lost
    from referral where tenant_id = $1 group by 1, 2`,
  order_rollup: `
    select ${quarterOf('paid_at')} as quarter, currency, '' as channel, count(*) as orders, sum(total_minor) as amount_minor
    from shop_order where tenant_id = $1 and paid_at is not null and currency is not null group by 1, 2
    union all
    select ${quarterOf('o.paid_at')}, o.currency, brought.by, count(*), sum(o.total_minor)
    from (select distinct on (friend_id, order_id) order_id, by from referral
      where tenant_id = $1 and order_id is not null order by friend_id, order_id, program_id) brought
    join shop_order o on o.tenant_id = $1 and o.order_id = brought.order_id
    where o.paid_at is not null group by 1, 2, 3`,
  reward_rollup: `
    select ${quarterOf('occurred_at')} as quarter, coalesce(unit, '') as unit, status, count(*) as rewards,
      coalesce(sum(original_amount), 0) as original_amount, coalesce(sum(amount), 0) as amount
    from reward where tenant_id = $1 group by 1, 2, 3`,
  lot_rollup: `
    select coalesce(${quarterOf('expires_at')}, 'infinity') as quarter, unit, sum(remaining) as remaining
    from lot where tenant_id = $1 group by 1, 2`,
  balance_rollup: `
    select unit, sum(available) as available, sum(held) as held, sum(reserved) as reserved, sum(debt) as debt
    from balance where tenant_id = $1 group by 1`,
};

export const CLICK_RECOUNT = `
    select ${quarterOf('clicked_at')} as quarter, kind, coalesce(channel, '') as channel, count(*) as clicks from click where tenant_id = $1 group by 1, 2, 3`;

const tables: readonly RollupTable[] = [
  'customer_rollup',
  'referral_rollup',
  'order_rollup',
  'reward_rollup',
  'lot_rollup',
  'balance_rollup',
];

/** `$1` is the tenant. */
export const ROLLUP_RECOUNTS = tables.map((table) => ({
  table,
  columns: Object.keys(ROLLUP_TABLE_SPECS[table].columns),
  sql: RECOUNTS[table],
}));

function differencesOf(table: RollupTable): string {
  const spec = ROLLUP_TABLE_SPECS[table];
  const keys: readonly string[] = spec.key;
  const sums = sumsOf(spec);
  const rowOf = (side: string): string => sums.map((column) => `coalesce(${side}.${column}, 0)`).join(', ');
  return `
      select format('${table} %s: says %s, recounted %s', concat_ws(' ', ${keys.join(', ')}), concat_ws(' ', ${rowOf('kept')}), concat_ws(' ', ${rowOf('recount')})) as found
      from (select ${[...keys, ...sums].join(', ')} from ${table} where tenant_id = $1) kept full join (${RECOUNTS[table]}) recount using (${keys.join(', ')})
      where (${rowOf('kept')}) is distinct from (${rowOf('recount')})`;
}

export const rollupInvariants: readonly SqlInvariant[] = [
  {
    id: 'I-37',
    title: {
      ru: 'Сводки равны пересчёту того, что они сводят',
      en: 'Each rollup is what a recount of its records gives',
    },
    sql: tables.map(differencesOf).join('\n      union all'),
  },
  {
    id: 'I-38',
    title: {
      ru: 'Сводка переходов считает каждый сохранённый переход по одному разу; удалённые по сроку остаются в ней',
      en: 'The rollup of clicks counts each stored click once; those deleted with age stay in it',
    },
    sql: `
      with kept as (
        select quarter, kind, channel, sum(clicks) as clicks from click_rollup where tenant_id = $1 group by 1, 2, 3
      ), stored as (${CLICK_RECOUNT})
      select format('clicks %s: %s counted, %s stored', concat_ws(' ', quarter, kind, channel), coalesce(k.clicks, 0), coalesce(s.clicks, 0)) as found
      from kept k full join stored s using (quarter, kind, channel)
      -- The oldest are deleted first: from the first quarter after the oldest click on, every click must be there.
      where coalesce(k.clicks, 0) < coalesce(s.clicks, 0)
        or (coalesce(k.clicks, 0) > coalesce(s.clicks, 0) and quarter > (select min(quarter) from stored))`,
  },
  {
    id: 'I-39',
    title: {
      ru: 'Сводка того, как делились ссылкой, не меньше того, что записано за участниками; записи стёртых остаются в ней',
      en: 'The rollup of shares holds what members are known to have shared; those of the erased stay in it',
    },
    sql: `
      with kept as (
        select (quarter at time zone 'UTC')::date as day, channel, sum(shares) as shares from share_rollup where tenant_id = $1 group by 1, 2
      ), known as (
        select day, channel, sum(shares) as shares from share_count where tenant_id = $1 group by 1, 2
      )
      select format('shares %s %s: %s counted, %s known', day, channel, coalesce(k.shares, 0), n.shares) as found
      from known n left join kept k using (day, channel)
      where coalesce(k.shares, 0) < n.shares`,
  },
];
