-- Recordings that were fetched: when, under which digest, or why not.
alter table desk.call
    add recording_kept timestamptz,
    add recording_digest text not null default '',
    add recording_problem text not null default '';
create index on desk.call (began) where recording <> '' and recording_kept is null and recording_problem = '';

-- When a call stopped saying who it was.
alter table desk.call add forgotten timestamptz;

-- What is hidden, by the key it is hidden under.
create index on desk.call_event (get_byte(body, 0));
create index on desk.call (get_byte(caller, 0)) where caller is not null;
