-- complaints about a convenience enterprise of the directory: by the appeal's number and without a person
create table knowledge.enterprise_complaint (
    article uuid        not null,
    appeal  text        not null,
    at      timestamptz not null,
    primary key (article, appeal)
);

-- account of whoever of the staff reported it; null: a citizen or the machine
alter table knowledge.flaw add column reporter uuid;
create index flaw_of_article on knowledge.flaw (article, at desc) where article is not null;
create index flaw_of_reporter on knowledge.flaw (reporter, at desc) where reporter is not null;
create index flaw_settled on knowledge.flaw (settled) where settled is not null;

-- of what a unit was reminded: once of each day on which something falls due
create table knowledge.reminder (
    unit text        not null,
    what text        not null check (what in ('REVIEW_ENDS', 'REVIEW_LATE', 'FLAW_LATE', 'UPKEEP_LATE')),
    due  date        not null,
    at   timestamptz not null,
    primary key (unit, what, due)
);
