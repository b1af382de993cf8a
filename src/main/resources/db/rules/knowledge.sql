revoke all on knowledge.answer_used, knowledge.enterprise_complaint, knowledge.outage_joined, knowledge.outage_reminder,
    knowledge.reminder, knowledge.unanswered, knowledge.gap from shouwen_unit;
revoke insert, update, delete on knowledge.public_answer from shouwen_unit;
revoke insert, update, delete on knowledge.article_changes from shouwen_unit;

-- what every unit may read and only the owner changes; whoever finds an article wrong says so
alter table knowledge.article_version enable row level security;
create policy reads on knowledge.article_version for select to shouwen_unit using (true);
create policy own on knowledge.article_version to shouwen_unit using (unit = current_setting('shouwen.unit'));
alter table knowledge.flaw enable row level security;
create policy reads on knowledge.flaw for select to shouwen_unit using (true);
create policy own on knowledge.flaw to shouwen_unit using (unit = current_setting('shouwen.unit'));
create policy reports on knowledge.flaw for insert to shouwen_unit with check (settled is null);
-- what citizens read, units read too
alter table knowledge.public_answer enable row level security;
create policy published on knowledge.public_answer for select to shouwen_unit using (state = 'PUBLISHED');
alter table knowledge.outage enable row level security;
create policy reads on knowledge.outage for select to shouwen_unit using (true);
create policy own on knowledge.outage to shouwen_unit using (unit = current_setting('shouwen.unit'));

create policy knowledge on history.entry to shouwen_unit using (subject_kind in ('article', 'knowledge_flaw', 'outage'));
