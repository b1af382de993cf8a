-- A restore (subject kind 'installation') stands on the auditor's list; the kinds are those of HistoryStore.administration,
-- word by word. The product is not served while this runs, so the index need not be built beside writers.
drop index history.entry_administration;
create index entry_administration on history.entry (at desc)
    where subject_kind in ('account', 'unit', 'calendar', 'template', 'callback_rates', 'edition', 'installation');
