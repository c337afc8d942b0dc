-- A random share of referrals is looked at by a person (2-13). Which ones follows from the referral's id alone, by SHA-256: nobody can tell
-- beforehand, and it never changes. What a person found is a fact of the road; the share is a setting, and decides nothing.

alter table tenant add column review_share_basis_points integer not null default 500
  constraint tenant_review_share_check check (review_share_basis_points between 0 and 10000);

alter table referral add column check_finding text constraint referral_check_finding_check check (check_finding in ('sound', 'doubtful', 'fraud'));
alter table referral add column checked_at timestamptz;
alter table referral add column checked_by text;
alter table referral add constraint referral_check_check check ((check_finding is null) = (checked_at is null));

-- In the order of chance, so that who looks at only some of them still looks at a fair sample.
create index referral_sample_idx on referral (
  tenant_id,
  (((get_byte(sha256(uuid_send(referral_id)), 0) << 16) | (get_byte(sha256(uuid_send(referral_id)), 1) << 8) | get_byte(sha256(uuid_send(referral_id)), 2)) % 10000),
  referral_id
) where checked_at is null and status in ('ordered', 'qualified');
create index referral_checked_idx on referral (tenant_id, checked_at, referral_id) where checked_at is not null;
