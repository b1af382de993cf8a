-- units have no part in it: what everybody may read is asked for without signing in
revoke all on all tables in schema open311 from shouwen_unit;
