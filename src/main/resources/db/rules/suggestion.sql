revoke insert, update, delete on all tables in schema suggestion from shouwen_unit;
revoke all on suggestion.model, suggestion.model_row, suggestion.proposal from shouwen_unit;
