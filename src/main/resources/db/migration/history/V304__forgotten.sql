-- other systems ask who was erased since; these are few among millions of entries
create index entry_forgotten on history.entry (id) where type = 'Forgotten';
