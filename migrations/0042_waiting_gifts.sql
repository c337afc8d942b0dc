-- A referral taken back may have left a gift that waits for the referrer's next friend (0-17): each batch looks for those of the referrers it
-- meets, among all their referrals.
create index referral_waiting_idx on referral (tenant_id, referrer_id) where counts like '%"waitingLegs"%';
