create schema search;

-- The keys under which a thing is found, as one number each: the slice it lies in, what sort of key it is, and the key. A
-- query asks for keys of one slice, newest slices first, and stops when it has a page: words that are everywhere cost no
-- more than words that are rare. Written in SQL alone, so that what is stored and what is asked for are made in one way.
-- Of a word's characters each pair is a key, and each alone but for the 280 or so that stand in every seventh text, which
-- are found sooner by reading on than by a key; what separates words is none. A character beyond 16 bits
-- shares its key with others, so whatever is found is compared with the words themselves.
create function search.grams(slice int, words text, alone boolean) returns int8[]
    language plpgsql immutable strict parallel safe as $f$
declare
    base int8 := slice::int8 << 32;
    single int8 := (1::int8 << 56) | base;
    last int8 := 0;
    this int8;
    c text;
    keys int8[] := '{}';
begin
    foreach c in array pg_catalog.string_to_array(words, null) loop
        this := pg_catalog.ascii(c) & 65535;
        -- line ends, blanks and the marks that sentences are parted with
        if this in (10, 32, 44, 46, 12289, 12290, 65281, 65292, 65306, 65307, 65311) then
            last := 0;
        else
            if last > 0 then keys := keys || (base | (last << 16) | this); end if;
            if alone and this <> all(array[
                48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 97, 8220, 8221, 19968, 19977, 19978, 19979, 19981, 19982, 19994,
                20004, 20005, 20010, 20013, 20026, 20027, 20040, 20043, 20063, 20070, 20102, 20107, 20108, 20110, 20123,
                20132, 20135, 20154, 20160, 20170, 20174, 20182, 20197, 20204, 20214, 20219, 20250, 20294, 20301, 20303,
                20307, 20309, 20316, 20320, 20445, 20449, 20570, 20572, 20803, 20837, 20840, 20844, 20851, 20854, 20869,
                20915, 20917, 20960, 20986, 20998, 21033, 21040, 21046, 21069, 21147, 21150, 21152, 21153, 21160, 21306,
                21307, 21313, 21333, 21407, 21435, 21439, 21448, 21450, 21453, 21457, 21462, 21463, 21475, 21482, 21487,
                21496, 21512, 21516, 21517, 21518, 21521, 21527, 21542, 21592, 21644, 21830, 22238, 22240, 22253, 22269,
                22312, 22320, 22330, 22478, 22788, 22797, 22806, 22810, 22823, 22825, 22909, 22914, 22995, 23376, 23398,
                23433, 23450, 23454, 23478, 23545, 23548, 23558, 23567, 23601, 23616, 23621, 24037, 24050, 24066, 24072,
                24076, 24120, 24179, 24180, 24182, 24212, 24220, 24314, 24320, 24403, 24456, 24471, 24515, 24744, 24773,
                24819, 24847, 25104, 25105, 25143, 25151, 25152, 25171, 25253, 25552, 25910, 25913, 25919, 25945, 25991,
                26032, 26041, 26080, 26085, 26102, 26126, 26159, 26376, 26377, 26395, 26399, 26410, 26412, 26426, 26435,
                26449, 26465, 26469, 26524, 26597, 26657, 26679, 27425, 27491, 27492, 27599, 27665, 27668, 27700, 27714,
                27809, 27861, 27963, 28857, 28982, 29289, 29615, 29616, 29702, 29983, 29992, 30001, 30005, 30334, 30340,
                30446, 30452, 30456, 30465, 30693, 31038, 31181, 31532, 31561, 31649, 32423, 32463, 32473, 32769, 32773,
                32780, 32844, 32946, 33021, 33258, 33267, 34892, 34987, 35199, 35201, 35268, 35299, 35753, 35774, 35777,
                35813, 35828, 35831, 36153, 36164, 36335, 36710, 36807, 36817, 36824, 36825, 36827, 36829, 36890, 36947,
                37096, 37117, 37324, 37325, 37329, 38271, 38376, 38382, 38388, 38498, 38590, 38754, 39046, 39064, 39640,
                65288, 65289]) then
                keys := keys || (single | this);
            end if;
            last := this;
        end if;
    end loop;
    return keys;
end $f$;

-- keys of what narrows a search: kind, unit, class, place, channel, as "kind:value"
create function search.facet_keys(slice int, facets text[]) returns int8[]
    language sql immutable strict parallel safe as $f$
    select array(select (2::int8 << 56) | (slice::int8 << 32)
                        | (('x' || pg_catalog.left(pg_catalog.md5(f), 8))::bit(32)::int8 & 4294967295) from unnest(facets) f)
$f$;

create function search.keys(slice int, words text, facets text[]) returns int8[]
    language sql immutable strict parallel safe as $f$
    select search.grams(slice, words, true) || search.facet_keys(slice, facets)
$f$;

-- What a query asks for in a slice: of each word its pairs where it has any, else its one character, and all facets.
create function search.ask(slice int, words text[], facets text[]) returns int8[]
    language sql immutable strict parallel safe as $f$
    select coalesce((select array_agg(k) from unnest(words) w, unnest(search.grams(slice, w, pg_catalog.char_length(w) = 1)) k), '{}')
        || search.facet_keys(slice, facets)
$f$;

-- What this transaction asks for: the rule for units holds the rows against it, so that their index serves under
-- row-level security as well, where no condition of a query may.
create function search.asked() returns int8[] language sql stable parallel safe as $f$
    select nullif(pg_catalog.current_setting('shouwen.asked', true), '')::int8[]
$f$;

-- A copy of what can be found, as it may be read by whoever sees it; derived from its owners' tables and built anew at
-- any time. There are two of it: one is asked, the other is empty or being built.
create table search.thing_a (
    id       uuid        not null primary key,
    kind     text        not null check (kind in ('APPEAL', 'ORDER', 'ARTICLE', 'UNIT', 'PERSON')),
    appeal   uuid,                             -- whose person's words it may hold
    number   text        not null,
    at       timestamptz not null,
    slice    int         not null,             -- months since 1970; 0: what every unit may read
    title    int         not null,             -- how many characters of the words are the title
    open     int         not null,             -- how many of them units read where something is kept from them
    words    text        not null,             -- folded: small letters, half width
    shown    text,                             -- the words as they are shown; null: as they are searched
    facets   text[]      not null,
    lead     text,                             -- unit
    units    text[]      not null,
    state    text        not null,
    class    text,
    place    text,
    channel  text,
    urgent   boolean     not null
) with (fillfactor = 95, autovacuum_vacuum_insert_scale_factor = 0.05);
create table search.thing_b (like search.thing_a including all)
    with (fillfactor = 95, autovacuum_vacuum_insert_scale_factor = 0.05);
do $both$
declare
    t text;
begin
    for t in values ('thing_a'), ('thing_b') loop
        execute format('create index %1$s_words on search.%1$s using gin (search.keys(slice, words, facets)) with (fastupdate = off)', t);
        -- what has no key of its own, newest first
        execute format('create index %1$s_at on search.%1$s (at desc, id desc)', t);
        execute format('create index %1$s_number on search.%1$s (number)', t);
        execute format('create index %1$s_appeal on search.%1$s (appeal) where appeal is not null', t);
        execute format('create index %1$s_kind on search.%1$s (kind, id) where slice = 0', t);
    end loop;
end $both$;

-- which of the two is asked, how far it goes, and the building of the other
create table search.generation (
    one       boolean     not null primary key default true check (one),
    asked     text        not null check (asked in ('a', 'b')),
    state     text        not null check (state in ('READY', 'BUILDING', 'BROKEN')),
    slices    int[]       not null default '{}', -- in which anything lies
    through   bigint      not null default 0,    -- the journal's entries up to this are in the index
    seen      bigint      not null default 0,    -- what was seen of the journal when the transactions before "horizon" ran
    horizon   bigint      not null default 0,
    caught_up timestamptz,                       -- everything that was committed by then is in the index
    building  boolean     not null default false,-- the other is being built
    kind      text,                              -- what is read for it now
    after     uuid,                              -- the last of that kind
    since     timestamptz
);
insert into search.generation (asked, state, building) values ('a', 'BUILDING', true);
