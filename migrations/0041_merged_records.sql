-- An order of a merged customer may have come by a referral of the record that ended (ADR 0021): who was merged into whom is looked up for it.
create index customer_merged_into_idx on customer (tenant_id, merged_into) where merged_into is not null;
