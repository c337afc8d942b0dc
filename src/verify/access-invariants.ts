/** Perks and donations: I-33, I-34, I-35. */
import type { SqlInvariant } from './invariant.ts';

/** Units gone for good or in somebody's hands. */
const TAKEN = `(status <> 'revoked' or used_at is not null or code_number is not null)`;

export const accessInvariants: readonly SqlInvariant[] = [
  {
    id: 'I-33',
    title: {
      ru: 'Запас привилегии равен выданному и отложенному и не превышен; коды выданы по порядку и по одному разу',
      en: 'The stock of a perk counts exactly what is given and set aside, never more than there is; codes go in order, each once',
    },
    sql: `
      with counted as (
        select program_id, perk, 'life' as period, count(*) filter (where ${TAKEN}) as used from access_grant where tenant_id = $1 group by 1, 2
        union all
        select program_id, perk, 'codes-given', count(code_number) from access_grant where tenant_id = $1 group by 1, 2
        union all
        select program_id, perk, 'codes-added', count(*) from perk_code where tenant_id = $1 group by 1, 2
      ), stored as (
        select program_id, rule_id as perk, period, used from counter where tenant_id = $1 and scope = 'stock'
      ), capacity as (
        select v.program_id, perk->>'id' as perk, case when bool_or(perk->>'capacity' is null) then null else max((perk->>'capacity')::bigint) end as units
        from program_version v cross join lateral jsonb_array_elements(coalesce(v.parsed::jsonb->'perks', '[]')) perk
        where v.tenant_id = $1 and v.status = 'published' group by 1, 2
      )
      select format('perk %s, %s: counted as %s, grants and codes are %s', perk, period, coalesce(s.used, 0), coalesce(c.used, 0)) as found
      from counted c full join stored s using (program_id, perk, period) where coalesce(s.used, 0) <> coalesce(c.used, 0)
      union all
      select format('perk %s: %s of %s', perk, s.used, c.units) from stored s join capacity c using (program_id, perk)
      where s.period = 'life' and s.used > c.units
      union all
      select format('perk %s: %s codes, the last numbered %s', perk, count(*), max(number)) from perk_code where tenant_id = $1
      group by program_id, perk having max(number) <> count(*)
      union all
      select format('grant %s has code %s of perk %s, which is not in the pool', g.grant_id, g.code_number, g.perk)
      from access_grant g left join perk_code c on c.tenant_id = g.tenant_id and c.program_id = g.program_id and c.perk = g.perk and c.number = g.code_number
      where g.tenant_id = $1 and g.code_number is not null and c.number is null`,
  },
  {
    id: 'I-34',
    title: {
      ru: 'Каждая награда-привилегия держит ровно одну выдачу, и их состояния согласованы',
      en: 'Each reward of a perk holds exactly one grant, and their states agree',
    },
    sql: `
      select format('reward %s (%s) is %s, its grant %s', r.reward_id, r.kind, r.status, coalesce(g.status, 'missing')) as found
      from reward r left join access_grant g on g.tenant_id = r.tenant_id and g.reward_id = r.reward_id
      where r.tenant_id = $1 and r.kind in ('perk', 'choice') and coalesce(g.status, 'missing') <> all (case r.status
        when 'held' then array['reserved'] when 'approved' then array['reserved'] when 'issued' then array['active'] when 'delivered' then array['used']
        when 'expired' then array['expired'] when 'reversed' then case when r.is_loss then array['revoked', 'active', 'used', 'expired'] else array['revoked', 'expired'] end
        when 'denied' then array['revoked'] when 'cancelled' then array['revoked'] else array[]::text[] end)
      union all
      select format('grant %s belongs to no reward of its member', g.grant_id)
      from access_grant g left join reward r on r.tenant_id = g.tenant_id and r.reward_id = g.reward_id and r.customer_id = g.customer_id
        and r.kind in ('perk', 'choice')
      where g.tenant_id = $1 and g.reward_id is not null and r.reward_id is null
      union all
      select format('grant %s is %s with use at %s', grant_id, status, used_at) from access_grant
      where tenant_id = $1 and ((status = 'used' and used_at is null) or (status in ('reserved', 'active', 'expired') and used_at is not null))`,
  },
  {
    id: 'I-35',
    title: {
      ru: 'Пожертвованное и обещанное по проводкам равно действующим наградам-пожертвованиям до копейки',
      en: 'What was given away and pledged by transfers is, to the last unit, what the standing donations say',
    },
    sql: `
      with moved as (
        select reward_id,
          sum(case when credit_kind = 'donated' then amount when debit_kind = 'donated' then -amount else 0 end) as donated,
          sum(case when credit_kind = 'pledged' then amount when debit_kind = 'pledged' then -amount else 0 end) as pledged
        from transfer where tenant_id = $1 and (credit_kind in ('donated', 'pledged') or debit_kind in ('donated', 'pledged')) group by 1
      )
      select format('donation %s is %s of %s: %s donated, %s pledged', coalesce(r.reward_id, m.reward_id), r.status, r.amount,
        coalesce(m.donated, 0), coalesce(m.pledged, 0)) as found
      from (select reward_id, status, amount, is_loss from reward where tenant_id = $1 and kind = 'donation') r full join moved m using (reward_id)
      where r.reward_id is null
        or coalesce(m.pledged, 0) <> case when r.status = 'held' then r.amount else 0 end
        or coalesce(m.donated, 0) <> case when r.status in ('issued', 'delivered') or r.is_loss then r.amount else 0 end`,
  },
];
