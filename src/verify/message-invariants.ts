/** What other systems and people are told: I-20, I-21. */
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
  {
    id: 'I-21',
    title: {
      ru: 'Каждое письмо — о принятом событии, и от отправленных и удалённых не осталось ни адресов, ни кодов',
      en: 'Each mail is of an accepted event, and of what was sent or erased no address and no code is left',
    },
    sql: `
      select format('mail %s is of event %s, which is not in the log', m.mail_id, m.sequence) as found
      from mail m left join event e on e.tenant_id = m.tenant_id and e.sequence = m.sequence
      where m.tenant_id = $1 and m.sequence is not null and e.sequence is null
      union all
      select format('mail %s is settled and still holds what it was sent with', m.mail_id)
      from mail m where m.tenant_id = $1 and m.status in ('sent', 'skipped') and (m.recipient is not null or m.data <> '{}')
      union all
      select format('mail %s waits for customer %s, who is erased', m.mail_id, m.customer_id)
      from mail m join customer c on c.tenant_id = m.tenant_id and c.customer_id = m.customer_id
      where m.tenant_id = $1 and c.erased_at is not null and (m.status = 'waiting' or m.recipient is not null)`,
  },
];
