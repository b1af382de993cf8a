revoke all on nuisance.ruling from shouwen_unit;
