-- The rule by which open limits were counted last: 1 is weekends only in years without a notice, 2 counts the holidays
-- fixed by law too (ruling 2). A start that finds an earlier rule works all open limits out anew once.
alter table calendar.revision add column counting int not null default 1;
