revoke insert, update, delete on all tables in schema regulation from shouwen_unit;
