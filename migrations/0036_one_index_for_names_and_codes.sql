-- The road looks a name and a code up whole, the people search by their beginning. In byte order one index serves both, which saves
-- every new person and every new code a write.

alter table person alter column folded_name type text collate "C";
alter table code alter column folded type text collate "C";
drop index person_folded_name_idx;
drop index person_name_search_idx;
drop index code_search_idx;
create index person_folded_name_idx on person (tenant_id, folded_name, customer_id) where folded_name is not null;
