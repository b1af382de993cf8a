-- What came in by class and place at once (dimension 8, TAKEN alone), so that what is rising is not counted from the cases.
insert into reporting.daily (generation, dimension, counted_as, day, key, value, counted, met, adjusted, adjusted_met)
select generation, 8, 29, day, matter_class || '|' || place, 0, count(*), count(*) filter (where met & (1::bigint << 29) <> 0),
    count(*) filter (where adjusted & (1::bigint << 29) <> 0), count(*) filter (where met & adjusted & (1::bigint << 29) <> 0)
from reporting.fact where counted & (1::bigint << 29) <> 0 and matter_class <> ''
group by generation, day, matter_class, place;
