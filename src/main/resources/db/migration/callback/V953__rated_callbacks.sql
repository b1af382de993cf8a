-- who said that it was not solved is called back for certain, whatever was drawn; several times if it is said of several outcomes
alter table supervision.callback add column rated boolean not null default false;
alter table supervision.callback drop constraint callback_order_id_day_key;
create unique index callback_drawn on supervision.callback (order_id, day) where not rated;
create index callback_of_order on supervision.callback (order_id) where state = 'WAITING';
