-- Schedules of the work that has a thread of its own. A table beside scheduled_tasks: a scheduler removes tasks that it
-- does not know.
create table jobs.own_thread_tasks (like jobs.scheduled_tasks including all);
-- they are kept here from now on
delete from jobs.scheduled_tasks where task_name in ('workorder-overdue', 'message-delivery');
