revoke all on accountability.breach, accountability.last_number from shouwen_unit;
