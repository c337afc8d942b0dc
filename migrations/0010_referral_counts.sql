-- Which rules a referral counts for (bonuses that grow with the number of friends): an empty list where nothing is counted.

alter table referral add column counts text not null default '[]';
