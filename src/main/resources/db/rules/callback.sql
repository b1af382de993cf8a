revoke all on supervision.callback, supervision.draw, supervision.rate, callback.hand_draw, callback.given from shouwen_unit;
