-- how often what is published has changed: one row, so that whoever keeps an index asks for it at each pause
create table knowledge.article_changes (
    one     boolean primary key default true check (one),
    changes bigint  not null,
    base    uuid    not null                 -- of this database
);
insert into knowledge.article_changes (changes, base) values (0, gen_random_uuid());

create function knowledge.article_changed() returns trigger language plpgsql security definer set search_path = '' as $f$
begin
    update knowledge.article_changes set changes = changes + 1;
    return null;
end $f$;
create trigger article_changed after update on knowledge.article_version
    for each row when (old.state = 'PUBLISHED' or new.state = 'PUBLISHED') execute function knowledge.article_changed();
create trigger article_added after insert on knowledge.article_version
    for each row when (new.state = 'PUBLISHED') execute function knowledge.article_changed();
