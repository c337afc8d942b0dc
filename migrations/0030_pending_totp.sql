-- A second factor that is being set up stands beside the one in force until a code confirms it.
alter table staff add column totp_pending_secret text;
