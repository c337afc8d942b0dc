-- Staff finds a person by any word of the name, by an e-mail's beginning, a phone's last digits or a code's beginning, in the time of one
-- index look-up at a million customers. Plain B-trees in byte order, so that no extension and no collation of the server is needed; each
-- ends in the customer, so that a page continues where the one before ended.

create index person_name_search_idx on person (tenant_id, (folded_name collate "C"), customer_id) where folded_name is not null;
create index person_second_word_idx on person
  (tenant_id, (substr(folded_name, strpos(folded_name, ' ') + 1) collate "C"), customer_id) where strpos(folded_name, ' ') > 0;
create index person_third_word_idx on person
  (tenant_id, (substr(folded_name, length(split_part(folded_name, ' ', 1)) + length(split_part(folded_name, ' ', 2)) + 3) collate "C"), customer_id)
  where split_part(folded_name, ' ', 3) <> '';
create index person_email_search_idx on person (tenant_id, (lower(email) collate "C"), customer_id) where email is not null;
create index person_phone_search_idx on person
  (tenant_id, (reverse(regexp_replace(phone, '[^0-9]', '', 'g')) collate "C"), customer_id) where phone is not null;
create index code_search_idx on code (tenant_id, (folded collate "C"), customer_id);
