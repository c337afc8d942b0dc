-- The audit log is narrowed by who acted and by time.
create index audit_entry_actor_idx on audit_entry (tenant_id, actor, number);
create index audit_entry_at_idx on audit_entry (tenant_id, at);
