-- of several nodes one makes the vector: whoever takes a thing has it until then, and one that died meanwhile no longer
alter table search.meaning_due add column taken_until timestamptz;
