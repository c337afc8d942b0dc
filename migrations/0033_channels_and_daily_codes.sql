-- By which way of sharing a visit came, as the link says it (`?via=telegram`): one of a closed set, and nothing else of the address. And how
-- many sign-in codes an address was sent on a day: the row outlives its code, so that neither a restart nor a used code begins the day anew.

alter table click add column channel text constraint click_channel_check check (channel in
  ('native', 'copy', 'qr', 'telegram', 'vk', 'whatsapp', 'max', 'email', 'sms', 'vkWall', 'okWall', 'telegramChannel', 'card'));

alter table sign_in_code
  add column asked_on date not null default '1970-01-01',
  add column asked integer not null default 0 constraint sign_in_code_asked_check check (asked >= 0);

-- When a shop's token was good last, for the self-check.
create index member_session_token_idx on member_session (tenant_id, signed_in_at) where method = 'token';
