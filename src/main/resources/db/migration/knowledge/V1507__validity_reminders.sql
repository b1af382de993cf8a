-- the owner is told before an article ceases to hold
alter table knowledge.reminder drop constraint reminder_what_check;
alter table knowledge.reminder add constraint reminder_what_check
    check (what in ('REVIEW_ENDS', 'REVIEW_LATE', 'VALIDITY_ENDS', 'FLAW_LATE', 'UPKEEP_LATE'));
