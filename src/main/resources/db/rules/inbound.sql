revoke all on inbound.received from shouwen_unit;
revoke all on inbound.scan from shouwen_unit;
revoke all on inbound.media from shouwen_unit;
