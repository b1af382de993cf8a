-- consultations that were answered in the last days, asked for each hour
create index appeal_answered on intake.appeal (decided_at) where outcome = 'answered' and kind = 'consultation';
