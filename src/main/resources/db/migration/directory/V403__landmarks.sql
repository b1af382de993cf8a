-- what people call a place by, which is no division of the country: the city's own list of streets, compounds and landmarks
create table directory.landmark (
    id      uuid primary key,
    kind    text   not null check (kind in ('STREET', 'COMPOUND', 'LANDMARK')),
    name    text   not null,
    aliases text[] not null default '{}',
    place   text   not null references directory.place, -- the division it lies in
    unique (name, place)
);
