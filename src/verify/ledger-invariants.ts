/** Transfers, balances and lots against each other: I-01, I-02, I-07, I-08, I-12, I-13. */
import type { SqlInvariant } from './invariant.ts';

/** Each transfer as two entries of signed amounts; of a member's debt account a credit lowers what is owed. */
const ENTRIES = `
  select debit_kind as kind, debit_customer_id as customer_id, unit, -amount as amount, sequence, ordinal from transfer where tenant_id = $1
  union all
  select credit_kind, credit_customer_id, unit, amount, sequence, ordinal from transfer where tenant_id = $1`;

const CACHED = `
  select customer_id, unit, account.kind, account.amount
  from balance cross join lateral (values ('available', available), ('held', held), ('reserved', reserved), ('debt', -debt)) account(kind, amount)
  where tenant_id = $1`;

export const ledgerInvariants: readonly SqlInvariant[] = [
  {
    id: 'I-01',
    title: {
      ru: 'Сумма всех счетов по каждой единице равна нулю; перевод идёт между разными счетами и больше нуля',
      en: 'All accounts of a unit sum to zero; a transfer moves more than nothing between two accounts',
    },
    sql: `
      with member as (select unit, sum(amount) as amount from (${CACHED}) cached group by unit),
      system as (select unit, sum(amount) as amount from (${ENTRIES}) entry where customer_id is null group by unit)
      select format('unit %s: members hold %s, other accounts %s', unit, coalesce(m.amount, 0), coalesce(s.amount, 0)) as found
      from member m full join system s using (unit)
      where coalesce(m.amount, 0) + coalesce(s.amount, 0) <> 0
      union all
      select format('transfer %s/%s', sequence, ordinal) from transfer
      where tenant_id = $1 and (amount <= 0 or (debit_kind = credit_kind and debit_customer_id is not distinct from credit_customer_id))`,
  },
  {
    id: 'I-02',
    title: { ru: 'Остаток каждого счёта равен сумме его движений', en: 'Each cached balance is the sum of its entries' },
    sql: `
      with counted as (select customer_id, unit, kind, sum(amount) as amount from (${ENTRIES}) entry where customer_id is not null group by 1, 2, 3)
      select format('customer %s, %s, %s: balance %s, entries %s', customer_id, unit, kind, coalesce(b.amount, 0), coalesce(c.amount, 0)) as found
      from counted c full join (${CACHED}) b using (customer_id, unit, kind)
      where coalesce(b.amount, 0) <> coalesce(c.amount, 0)`,
  },
  {
    id: 'I-07',
    title: { ru: 'У каждого перевода есть ровно одно событие-причина', en: 'Each transfer has exactly one event as its cause' },
    sql: `
      select format('transfer %s/%s has no event', t.sequence, t.ordinal) as found
      from transfer t left join event e on e.tenant_id = t.tenant_id and e.sequence = t.sequence
      where t.tenant_id = $1 and e.sequence is null
      union all
      select format('transfer %s/%s names no reward of the tenant', t.sequence, t.ordinal)
      from transfer t left join reward r on r.tenant_id = t.tenant_id and r.reward_id = t.reward_id
      where t.tenant_id = $1 and t.reward_id is not null and r.reward_id is null
      union all
      select format('transfer %s/%s names no lot of the tenant', t.sequence, t.ordinal)
      from transfer t left join lot l on l.tenant_id = t.tenant_id and l.lot_id = t.lot_id
      where t.tenant_id = $1 and t.lot_id is not null and l.lot_id is null
      union all
      select format('event %s has %s transfers, the last numbered %s', sequence, count(*), max(ordinal))
      from transfer where tenant_id = $1 group by sequence having max(ordinal) <> count(*) - 1`,
  },
  {
    id: 'I-08',
    title: { ru: 'Ни один счёт участника ни в какой момент не был меньше нуля', en: 'No account of a member was ever below zero' },
    sql: `
      with moved as (
        select customer_id, unit, kind, sequence, sum(case when kind = 'debt' then -amount else amount end) as amount
        from (${ENTRIES}) entry where customer_id is not null group by 1, 2, 3, 4
      ), running as (
        select customer_id, unit, kind, sequence, sum(amount) over (partition by customer_id, unit, kind order by sequence) as amount from moved
      )
      select format('customer %s, %s, %s: %s after event %s', customer_id, unit, kind, amount, sequence) as found from running where amount < 0`,
  },
  {
    id: 'I-12',
    title: {
      ru: 'Долг погашается раньше, чем остаётся что-то доступное',
      en: 'What is owed is paid before anything stays available',
    },
    // Lots past their date are no longer spendable, job run or not: only those alive at every decision so far are looked at.
    sql: `
      select format('customer %s, %s: owes %s with %s left in lot %s', b.customer_id, b.unit, b.debt, l.remaining, l.lot_id) as found
      from balance b join lot l on l.tenant_id = b.tenant_id and l.customer_id = b.customer_id and l.unit = b.unit
      where b.tenant_id = $1 and b.debt > 0 and l.remaining > 0
        and (l.expires_at is null or l.expires_at > (select max(occurred_at) from event where tenant_id = $1))`,
  },
  {
    id: 'I-13',
    title: {
      ru: 'Остатки партий складываются в баланс; каждая партия сходится со своими движениями',
      en: 'Lots add up to the balance, and each lot to its own movements',
    },
    sql: `
      with lots as (select customer_id, unit, sum(remaining) as available, sum(reserved) as reserved from lot where tenant_id = $1 group by 1, 2),
      allocated as (
        select (part->>'lotId')::uuid as lot_id,
          sum((part->'amount'->>'$n')::bigint) filter (where status in ('captured', 'paid')) as captured,
          sum((part->'amount'->>'$n')::bigint) filter (where status in ('reserved', 'proposed', 'approved')) as reserved
        from (select status, allocations from reservation where tenant_id = $1
          union all select status, allocations from payout where tenant_id = $1) aside
        cross join lateral jsonb_array_elements(allocations::jsonb) part
        where status in ('captured', 'reserved', 'proposed', 'approved', 'paid') group by 1
      ), moved as (
        select lot_id, sum(case when credit_kind = 'available' then amount else 0 end) as came,
          sum(case when debit_kind = 'available' then amount else 0 end) as went,
          sum(case when reason = 'lot-expired' then amount else 0 end) as expired
        from transfer where tenant_id = $1 and lot_id is not null group by 1
      )
      select format('customer %s, %s: lots hold %s and %s reserved, the balance says %s and %s', customer_id, unit,
        coalesce(l.available, 0), coalesce(l.reserved, 0), coalesce(b.available, 0), coalesce(b.reserved, 0)) as found
      from lots l full join (select customer_id, unit, available, reserved from balance where tenant_id = $1) b using (customer_id, unit)
      where coalesce(l.available, 0) <> coalesce(b.available, 0) or coalesce(l.reserved, 0) <> coalesce(b.reserved, 0)
      union all
      select format('lot %s: %s came, %s went, %s captured, but %s remains and %s is reserved', l.lot_id, coalesce(m.came, 0), coalesce(m.went, 0),
        coalesce(a.captured, 0), l.remaining, l.reserved)
      from lot l left join moved m using (lot_id) left join allocated a using (lot_id)
      where l.tenant_id = $1 and (l.remaining + l.reserved <> coalesce(m.came, 0) - coalesce(m.went, 0) - coalesce(a.captured, 0)
        or l.reserved <> coalesce(a.reserved, 0) or l.expired > coalesce(m.expired, 0) or l.remaining < 0 or l.reserved < 0)`,
  },
];
