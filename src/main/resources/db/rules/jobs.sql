revoke all on jobs.scheduled_tasks, jobs.own_thread_tasks from shouwen_unit;
