create schema portal;

-- proofs of work that were used: each counts once
create table portal.proof (
    challenge text primary key,
    at        timestamptz not null
);
create index proof_old on portal.proof (at);
