-- whose calls are whose: the account of whoever of the staff lifted, empty in all that is no call (decision 88)
alter table reporting.fact add column agent text not null default '';
