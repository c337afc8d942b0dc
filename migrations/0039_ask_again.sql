-- "Not now" is an answer too: until when a member is not asked for an invitation again.
alter table member_wish add column ask_again_after timestamptz;
