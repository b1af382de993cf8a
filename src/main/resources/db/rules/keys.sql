revoke insert, update, delete on all tables in schema keys from shouwen_unit;
