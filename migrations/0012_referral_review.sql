-- A referral whose referrer's reward waits for a person, or was denied by one: it brings no tier meanwhile, and never.

alter table referral add column review text constraint referral_review_check check (review in ('waiting', 'denied'));
