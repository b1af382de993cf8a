-- Boundaries of the city's places as they are drawn on maps, and how many people live there (Art. 2, decision 64).
create table reporting.boundary (
    place       text primary key,
    shape       text        not null,  -- GeoJSON geometry: Polygon or MultiPolygon, WGS 84
    inhabitants bigint,
    schematic   boolean     not null,  -- drawn to tell places apart, not to scale
    loaded_by   text        not null,
    loaded_at   timestamptz not null
);
