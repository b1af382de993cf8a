-- A recording that is not there yet is asked for again, later each time, so that one that never comes keeps no other waiting.
alter table desk.call
    add recording_tries int not null default 0,
    add recording_next timestamptz;
