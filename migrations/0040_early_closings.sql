-- A complaint's closing may be told before its opening: it is kept, in the form of the log, so that the opening does not stand for good.
alter table customer add column early_closings text not null default '[]';
