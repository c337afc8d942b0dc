-- What happened stays as it was written: the app's role may add events and transfers and read them, never change or remove one
-- (reliability.md I-03). Erasing a person touches person, event_personal, consent and identity alone.

revoke update, delete, truncate on event from sarafan_app;
revoke update, delete, truncate on transfer from sarafan_app;
