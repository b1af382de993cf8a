-- what keeps rows still while the history is sealed needs more than reading: only this way
create or replace function history.hold() returns void language plpgsql security definer set search_path = '' as $f$
begin
    lock table history.entry in share mode;
end $f$;
