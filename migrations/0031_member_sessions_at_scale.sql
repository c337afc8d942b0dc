-- Sessions of members are many where the cabinet stands in a shop's page: what is over is found by an index, and so is one that is touched or ended.
create index member_session_over_idx on member_session (tenant_id, ends_at);
create index member_session_idle_idx on member_session (tenant_id, last_seen_at);
create index member_session_id_idx on member_session (tenant_id, session_id);
