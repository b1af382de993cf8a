-- units have no part in what goes to and comes from other systems
revoke all on all tables in schema exchange from shouwen_unit;
