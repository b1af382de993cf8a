-- What the running product counts while a rebuild runs: it stands in both generations, and what the rebuild had read of it
-- before is out of date.
create table reporting.beside (
    subject uuid primary key
);
-- whether repeats were looked for with every appeal; those from before they were are looked at by the next rebuild
alter table reporting.generation add column repeats_looked boolean not null default false;
update reporting.generation set repeats_looked = not exists (select from reporting.fact);
