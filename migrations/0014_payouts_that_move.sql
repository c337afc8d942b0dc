-- Where a payee's personal data lie survives a merge; a payout remembers the year it was counted in, whatever zone a later version lives in.

alter table payee add column saved_sequence bigint;
update payee set saved_sequence = e.sequence from event e
  where e.tenant_id = payee.tenant_id and e.customer_id = payee.customer_id and e.type = 'payee.saved' and e.stored_at = payee.saved_at;
update payee set saved_sequence = 0 where saved_sequence is null;
alter table payee alter column saved_sequence set not null;

alter table payout add column counted_period text;
update payout set counted_period = to_char(counted_at, 'YYYY') || ':' || unit where counted_at is not null;
