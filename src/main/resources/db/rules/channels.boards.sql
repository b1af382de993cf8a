-- units have no part in what came from boards
revoke all on all tables in schema boards from shouwen_unit;
