revoke all on inbound.received from shouwen_unit;
