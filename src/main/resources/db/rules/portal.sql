revoke all on portal.proof from shouwen_unit;
