create schema suggestion;

-- what a city's people say of danger and urgent matters, added by the Bureau (Art. 8.3, 17); no personal data
create table suggestion.city_phrase (
    id           uuid primary key,
    kind         text        not null, -- code of an urgent kind of an edition, or 'danger'
    guidance     text        not null, -- whom to call at once: code of a guidance target; empty unless the kind is 'danger'
    phrase       text        not null,
    added_by     text        not null,
    added_at     timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    version      bigint      not null,
    check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index city_phrase_once on suggestion.city_phrase (phrase) where withdrawn_at is null;
