/** What other systems are told: I-20. */
import type { SqlInvariant } from './invariant.ts';

export const messageInvariants: readonly SqlInvariant[] = [
  {
    id: 'I-20',
    title: {
      ru: 'Каждое сообщение — о принятом событии, и у каждого есть хотя бы одна доставка',
      en: 'Each message is of an accepted event, and each has at least one delivery',
    },
    sql: `
      select format('message %s is of event %s, which is not in the log', m.message_id, m.sequence) as found
      from webhook_message m left join event e on e.tenant_id = m.tenant_id and e.sequence = m.sequence
      where m.tenant_id = $1 and m.sequence is not null and e.sequence is null
      union all
      select format('message %s has no delivery', m.message_id)
      from webhook_message m left join webhook_delivery d on d.tenant_id = m.tenant_id and d.message_id = m.message_id
      where m.tenant_id = $1 and d.message_id is null
      union all
      select format('message %s to %s is called delivered without an attempt that succeeded', d.message_id, d.webhook_id)
      from webhook_delivery d
      where d.tenant_id = $1 and d.status = 'delivered' and not exists (
        select from webhook_attempt a
        where a.tenant_id = d.tenant_id and a.webhook_id = d.webhook_id and a.message_id = d.message_id and a.status between 200 and 299)`,
  },
];
