create schema accounts;

create table accounts.account (
    id            uuid primary key,
    login         text    not null,
    name          text    not null,
    unit          text,
    officer       uuid,
    roles         text[]  not null check (cardinality(roles) > 0),
    password      text,
    must_change   boolean not null,
    password_ends timestamptz, -- a first password that nobody has used by then is worth nothing
    active        boolean not null,
    demonstration boolean not null default false,
    version       bigint  not null
);
create unique index account_login on accounts.account (lower(login));

create table accounts.token (
    id      uuid primary key,
    account uuid        not null references accounts.account,
    digest  bytea       not null unique,
    made_at timestamptz not null,
    ends_at timestamptz not null,
    revoked boolean     not null default false
);

-- what one administrator asks for and another grants
create table accounts.role_grant (
    id         uuid primary key,
    account    uuid        not null references accounts.account,
    name       text        not null,
    roles      text[]      not null,
    unit       text,
    active     boolean     not null,
    gives      text        not null check (gives in ('NOTHING', 'PASSWORD', 'TOKEN')),
    rest       text, -- of the secret, told to whoever grants; its first half was told to whoever asked and is kept nowhere
    kept       text, -- the whole secret's hash, taken up when it is granted
    asked_by   uuid,
    asker      text        not null,
    asked_at   timestamptz not null,
    granted    boolean,
    decided_by uuid,
    decider    text,
    decided_at timestamptz
);
create index role_grant_waiting on accounts.role_grant (id) where decided_at is null;

create table accounts.second_factor (
    account      uuid primary key references accounts.account,
    secret       bytea  not null, -- encrypted
    last_step    bigint not null, -- of the last code that was used: none is used twice
    confirmed_at timestamptz
);

create table accounts.recovery_code (
    account uuid not null references accounts.account,
    digest  text not null,
    primary key (account, digest)
);

-- the town or village somebody lives in: only to mark looks at neighbours (Art. 21)
create table accounts.home (
    account uuid primary key references accounts.account,
    place   text not null
);

-- who a person is at the city's identity provider
create table accounts.provider_login (
    issuer   text        not null,
    subject  text        not null, -- the provider's own name for the person, which never changes
    account  uuid        not null unique references accounts.account,
    bound_at timestamptz not null,
    primary key (issuer, subject)
);

-- 通行密钥 (WebAuthn): public keys only
create table accounts.passkey (
    id              bytea primary key,
    account         uuid        not null references accounts.account,
    label           text        not null,
    public_key      bytea       not null,
    signatures      bigint      not null,
    transports      text[]      not null,
    backup_eligible boolean     not null,
    backed_up       boolean     not null,
    attestation     bytea,
    client_data     bytea,
    made_at         timestamptz not null,
    used_at         timestamptz not null
);
create index passkey_account on accounts.passkey (account);

-- as Spring Session asks for it
create table accounts.spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index spring_session_expiry on accounts.spring_session (expiry_time);
create index spring_session_principal on accounts.spring_session (principal_name);

create table accounts.spring_session_attributes (
    session_primary_id char(36)     not null references accounts.spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
