-- What telephone systems tell, as it came: numbers are hidden, and an event that is told again is the same event.
create table desk.call_event (
    id uuid primary key,
    source text not null,
    event text not null,
    kind text not null,
    call text not null,
    agent text not null,
    at timestamptz not null,
    arrived timestamptz not null,
    skew_seconds bigint not null default 0,
    body bytea not null,
    unique (source, event, kind)
);
create index on desk.call_event (source, call) where call <> '';
create index on desk.call_event (agent, at) where call = '';
create index on desk.call_event (arrived);

-- What their events make of a call; number hidden, and its key for finding the same caller again.
create table desk.call (
    id uuid primary key,
    source text not null,
    ref text not null,
    outgoing boolean not null default false,
    urgent boolean not null default false,
    caller bytea,
    caller_key text,
    called text not null default '',
    queue text not null default '',
    began timestamptz not null,
    answered timestamptz,
    ended timestamptz,
    outcome text not null,
    waited_ms bigint,
    rang_ms bigint,
    talked_ms bigint,
    agent text not null default '',
    account uuid,
    no_answers int not null default 0,
    side text not null default '',
    cause text not null default '',
    recording text not null default '',
    recording_sha256 text not null default '',
    joined text not null default '',
    rating int,
    dial text not null default '',
    journalled text not null default '',
    version bigint not null default 0,
    unique (source, ref)
);
create index on desk.call (began);
create index on desk.call (caller_key, began) where caller_key is not null;
create index on desk.call (account, began) where account is not null;
create index on desk.call (began) where outcome in ('WAITING', 'TALKING');
create index on desk.call (dial) where dial <> '';

-- What could not be read, with the reason, until a person has put it right or set it aside.
create table desk.call_reject (
    id uuid primary key,
    source text not null,
    digest text not null,
    body bytea not null,
    field text not null,
    reason text not null,
    arrived timestamptz not null,
    settled timestamptz,
    settled_by text not null default '',
    taken boolean not null default false,
    unique (source, digest)
);
create index on desk.call_reject (arrived) where settled is null;

-- Which telephone stands on whose desk.
create table desk.line (
    line text primary key,
    account uuid not null
);
create index on desk.line (account);

-- How a source's clock stood when it last told something.
create table desk.call_source (
    source text primary key,
    told timestamptz not null,
    skew_seconds bigint not null
);
