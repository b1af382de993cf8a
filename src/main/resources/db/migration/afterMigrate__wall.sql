-- The second wall (decision 23). The application is not the owner: it reads and writes rows, and adds to the history
-- without changing it. The role for units sees a unit's own orders and their appellants. Where the roles are missing
-- nothing is done.
do $wall$
declare
    s text;
    r text;
begin
    if (select count(*) from pg_roles where rolname in ('shouwen_app', 'shouwen_unit')) < 2 then
        return;
    end if;
    -- as it stands for these very tables, so that a start that changes nothing takes no locks
    if (select obj_description('flyway.flyway_schema_history'::regclass)) is not distinct from
       (select 'wall ${wall} ' || count(*) || ' ' || max(oid::bigint) from pg_class where relkind in ('r', 'S', 'i')
            and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast')) then
        return;
    end if;
    foreach r in array array['shouwen_app', 'shouwen_unit'] loop
        for s in select nspname from pg_namespace
                 where nspname not like 'pg\_%' and nspname not in ('information_schema', 'public', 'flyway') loop
            execute format('grant usage on schema %I to %I', s, r);
            execute format('grant select, insert, update, delete on all tables in schema %I to %I', s, r);
            execute format('grant usage on all sequences in schema %I to %I', s, r);
        end loop;
        execute format('revoke update, delete on all tables in schema history from %I', r);
    end loop;
    -- what nobody of a unit has any business with
    foreach s in array array['nuisance.ruling', 'accountability.breach', 'accountability.last_number', 'supervision.callback',
                             'supervision.draw', 'supervision.rate', 'callback.hand_draw', 'callback.given', 'accounts.token', 'accounts.role_grant', 'accounts.home',
                             'accounts.provider_login', 'citizens.rotation', 'history.held', 'history.touched', 'intake.facts', 'intake.danger_alarm', 'intake.remark', 'intake.objection', 'knowledge.answer_used', 'workorder.facts', 'workorder.headings', 'portal.proof', 'workorder.legs', 'workorder.past_leg', 'suggestion.model', 'suggestion.model_row', 'suggestion.proposal',
                             'jobs.scheduled_tasks', 'jobs.own_thread_tasks', 'accounts.spring_session', 'accounts.spring_session_attributes', 'calendar.asking'] loop
        execute format('revoke all on %s from shouwen_unit', s);
    end loop;

    -- nobody of a unit makes accounts, gives roles, or changes units, calendars, editions and keys
    revoke insert, update, delete on accounts.account from shouwen_unit;
    revoke insert, update, delete on citizens.number_form from shouwen_unit;
    grant update (password, password_ends, must_change, version) on accounts.account to shouwen_unit;
    foreach s in array array['directory', 'calendar', 'regulation', 'keys', 'suggestion'] loop
        execute format('revoke insert, update, delete on all tables in schema %I from shouwen_unit', s);
    end loop;

    -- what is counted is counted by the platform; a unit's act notes that it is to be counted, and a unit reads its own
    revoke all on all tables in schema reporting from shouwen_unit;
    grant insert on reporting.changed to shouwen_unit;
    grant select on reporting.fact, reporting.daily, reporting.generation to shouwen_unit;

    revoke insert, update, delete on messages.template from shouwen_unit;
    revoke update, delete on messages.staff_notice from shouwen_unit;
    revoke all on messages.staff_outbox from shouwen_unit;
    revoke insert, update, delete on confidentiality.party, confidentiality.complained_about from shouwen_unit;
    revoke all on confidentiality.parties from shouwen_unit;

    -- what keeps rows still while the history is sealed needs more than reading: only this way
    create or replace function history.hold() returns void language plpgsql security definer set search_path = '' as $f$
    begin
        lock table history.entry in share mode;
    end $f$;

    -- no unit opens what is closed to it
    create or replace function workorder.shield_stays() returns trigger language plpgsql as $f$
    begin
        if current_user = 'shouwen_unit' then
            raise insufficient_privilege using message = 'a unit does not change who may know the appellant';
        end if;
        return new;
    end $f$;
    drop trigger if exists shield_stays on workorder.work_order;
    create trigger shield_stays before update on workorder.work_order
        for each row when (new.shield is distinct from old.shield) execute function workorder.shield_stays();

    -- these look past the wall, so that the rules below can ask without asking themselves
    create or replace function workorder.concerns(a uuid, u text) returns boolean
        language sql stable security definer set search_path = '' as $f$
        select exists (select from workorder.work_order where appeal = a and (lead_unit = u or assisting operator(pg_catalog.@>) array[u]))
            or exists (select from workorder.work_order j join workorder.work_order l on l.number = j.joined_to
                       where j.appeal = a and (l.lead_unit = u or l.assisting operator(pg_catalog.@>) array[u]))
            or exists (select from intake.appeal where id = a and unit = u)
    $f$;
    -- ruling 14: withheld from whoever is complained about and from those who stand under them, and from all who work
    -- with a lead from which it is withheld, for the case itself and for the one that leads it; only the appellant's
    -- permission opens it, to those who have the order
    create or replace function workorder.closed(a uuid, u text) returns boolean
        language sql stable security definer set search_path = '' as $f$
        select exists (
            select from confidentiality.party p
            left join workorder.work_order o on o.appeal = p.appeal
            left join workorder.work_order l on l.number = o.joined_to,
            lateral (select coalesce(l.lead_unit, o.lead_unit) as lead, coalesce(l.assisting, o.assisting) as assisting) d,
            lateral (select coalesce(d.lead = u or d.assisting operator(pg_catalog.@>) array[u], false) as has_it) h
            where p.appeal = a and (confidentiality.withheld(p.number, u, d.lead, h.has_it)
                or (l.number is not null and confidentiality.withheld(l.number, u, d.lead, h.has_it))))
    $f$;
    create or replace function citizens.concerns(person uuid, u text) returns boolean
        language sql stable security definer set search_path = '' as $f$
        select exists (select from intake.appeal p where p.appellant = person
                       and workorder.concerns(p.id, u) and not workorder.closed(p.id, u))
    $f$;

    for s, r in values ('workorder', 'work_order'), ('workorder', 'matter'), ('intake', 'appeal'), ('intake', 'addition'),
                       ('desk', 'draft'), ('citizens', 'appellant'), ('history', 'entry'), ('messages', 'outbox'), ('messages', 'staff_notice'),
                       ('messages', 'staff_seen'), ('messages', 'staff_ways'),
                       ('papers', 'paper'), ('supervision', 'trigger'), ('supervision', 'supervision'), ('calendar', 'moved_limit'),
                       ('coordination', 'handover'), ('filing', 'filed'), ('accounts', 'account'),
                       ('accounts', 'second_factor'), ('accounts', 'recovery_code'), ('accounts', 'passkey'),
                       ('knowledge', 'article_version'), ('knowledge', 'flaw'), ('knowledge', 'outage'),
                       ('confidentiality', 'party'), ('reporting', 'fact'), ('reporting', 'daily'), ('reporting', 'generation') loop
        execute format('alter table %I.%I enable row level security', s, r);
        execute format('drop policy if exists platform on %I.%I', s, r);
        execute format('create policy platform on %I.%I to shouwen_app using (true) with check (true)', s, r);
        execute format('drop policy if exists takes_in on %I.%I', s, r);
    end loop;
    drop policy if exists own on workorder.work_order;
    create policy own on workorder.work_order to shouwen_unit using (
        lead_unit = current_setting('shouwen.unit') or assisting @> array[current_setting('shouwen.unit')]
        or ((lead_unit is null or joined_to is not null) and workorder.concerns(appeal, current_setting('shouwen.unit'))));
    drop policy if exists own on workorder.matter;
    create policy own on workorder.matter to shouwen_unit using (
        exists (select from workorder.work_order o where o.id = order_id));
    drop policy if exists own on intake.appeal;
    create policy own on intake.appeal to shouwen_unit using (
        (unit = current_setting('shouwen.unit') or workorder.concerns(id, current_setting('shouwen.unit')))
        and not workorder.closed(id, current_setting('shouwen.unit')));
    drop policy if exists own on intake.addition;
    create policy own on intake.addition for select to shouwen_unit using (
        workorder.concerns(appeal, current_setting('shouwen.unit'))
        and not workorder.closed(appeal, current_setting('shouwen.unit')));
    -- whose appeal shows, whose part in the case does
    drop policy if exists own on confidentiality.party;
    create policy own on confidentiality.party for select to shouwen_unit using (
        exists (select from intake.appeal a where a.id = appeal));
    drop policy if exists own on citizens.appellant;
    create policy own on citizens.appellant to shouwen_unit using (
        citizens.concerns(id, current_setting('shouwen.unit')));

    -- whose unit stands in the row
    for s, r in values ('supervision', 'supervision'), ('coordination', 'handover'), ('filing', 'filed'), ('accounts', 'account'), ('calendar', 'moved_limit') loop
        execute format('drop policy if exists own on %I.%I', s, r);
        execute format('create policy own on %I.%I to shouwen_unit using (unit = current_setting(''shouwen.unit''))', s, r);
    end loop;
    -- what every unit may read and only the owner changes; whoever finds an article wrong says so
    for r in values ('article_version'), ('flaw'), ('outage') loop
        execute format('drop policy if exists reads on knowledge.%I', r);
        execute format('create policy reads on knowledge.%I for select to shouwen_unit using (true)', r);
        execute format('drop policy if exists own on knowledge.%I', r);
        execute format('create policy own on knowledge.%I to shouwen_unit using (unit = current_setting(''shouwen.unit''))', r);
    end loop;
    drop policy if exists reports on knowledge.flaw;
    create policy reports on knowledge.flaw for insert to shouwen_unit with check (settled is null);
    -- what belongs to a person of the unit
    for s, r in values ('messages', 'staff_seen'), ('messages', 'staff_ways'), ('desk', 'draft'), ('accounts', 'second_factor'), ('accounts', 'recovery_code'), ('accounts', 'passkey') loop
        execute format('drop policy if exists own on %I.%I', s, r);
        execute format('create policy own on %I.%I to shouwen_unit using (
            exists (select from accounts.account a where a.id = account))', s, r);
    end loop;
    drop policy if exists own on messages.outbox;
    create policy own on messages.outbox to shouwen_unit using (
        exists (select from intake.appeal a where a.number = outbox.number));
    drop policy if exists tells on messages.outbox;
    create policy tells on messages.outbox for insert to shouwen_unit with check (
        exists (select from workorder.work_order o where o.number = outbox.number));
    -- what a unit is told, and what its acts tell other units; whoever carries it is no unit
    drop policy if exists own on messages.staff_notice;
    create policy own on messages.staff_notice for select to shouwen_unit using (unit = current_setting('shouwen.unit'));
    drop policy if exists tells on messages.staff_notice;
    create policy tells on messages.staff_notice for insert to shouwen_unit with check (
        exists (select from workorder.work_order o where o.number = order_number));
    drop policy if exists own on papers.paper;
    create policy own on papers.paper to shouwen_unit using (
        case split_part(subject, '/', 1)
            when 'work_order' then exists (select from workorder.work_order o where o.number = split_part(subject, '/', 2))
            when 'appeal' then exists (select from workorder.work_order o where o.number = split_part(subject, '/', 2))
                            or exists (select from intake.appeal a where a.number = split_part(subject, '/', 2))
            when 'supervision' then exists (select from supervision.supervision v where v.number = split_part(subject, '/', 2))
            when 'filing' then split_part(subject, '/', 2) = current_setting('shouwen.unit')
            else false end);

    drop policy if exists reads on reporting.generation;
    create policy reads on reporting.generation for select to shouwen_unit using (true);
    drop policy if exists own on reporting.fact;
    create policy own on reporting.fact for select to shouwen_unit using (unit = current_setting('shouwen.unit'));
    drop policy if exists own on reporting.daily;
    create policy own on reporting.daily for select to shouwen_unit using (dimension = 1 and key = current_setting('shouwen.unit'));

    drop policy if exists own on history.entry;
    create policy own on history.entry to shouwen_unit using (
        case subject_kind
            when 'work_order' then exists (select from workorder.work_order o where o.id = subject_id)
            when 'appeal' then exists (select from intake.appeal a where a.id = subject_id)
            when 'appellant' then exists (select from citizens.appellant p where p.id = subject_id)
            when 'supervision' then exists (select from supervision.supervision v where v.id = subject_id)
            when 'handover' then exists (select from coordination.handover h where h.id = subject_id)
            when 'account' then exists (select from accounts.account c where c.id = subject_id)
            -- a new kind is nobody's until it has its rule
            -- of rows that are held against the journal there is only a digest
            else subject_kind in ('unit', 'shift', 'article', 'knowledge_flaw', 'outage') or subject_kind like '%.%' end);

    execute (select format('comment on table flyway.flyway_schema_history is %L', 'wall ${wall} ' || count(*) || ' ' || max(oid::bigint))
             from pg_class where relkind in ('r', 'S', 'i')
               and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast'));
end $wall$;
