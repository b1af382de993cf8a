-- units have no part in what other systems are told
revoke all on all tables in schema events from shouwen_unit;
