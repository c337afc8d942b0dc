-- What waits for a person, found without walking through what waits for a date: rewards under review, gifts to hand over.

create index reward_decision_idx on reward (tenant_id, reward_id)
  where status = 'held' and hold_reasons && array['review', 'payer-consent', 'tax-data'];
create index reward_handover_idx on reward (tenant_id, reward_id) where status = 'issued' and kind = 'gift';
