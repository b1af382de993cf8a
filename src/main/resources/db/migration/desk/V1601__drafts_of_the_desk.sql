-- half-typed forms belong to the desk, which became a module of its own
create schema desk;
alter sequence intake.draft_turn set schema desk;
alter table intake.draft set schema desk;
