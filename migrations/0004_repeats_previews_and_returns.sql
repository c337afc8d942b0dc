-- Two kinds of visit that bring no friend are told apart: a second click within 300 ms of the same hand, and the preview a messenger
-- draws of a link. And whoever was erased may come back under the shop's own id: while the old keyed hash is kept against fraud, with
-- its end in `expires_at`, the id may belong to a new customer.

alter table click drop constraint click_kind_check;
alter table click add constraint click_kind_check check (kind in ('human', 'bot', 'prefetch', 'head', 'repeat', 'preview'));

drop index identity_external_id_key;
create unique index identity_external_id_key on identity (tenant_id, hash) where kind = 'externalId' and expires_at is null;

-- A part payment's share may turn out to be nothing, when credit captured later takes the order below a rule's minimum.
alter table reward drop constraint reward_original_amount_check;
alter table reward add constraint reward_original_amount_check check (original_amount >= 0);
