#!/usr/bin/env bash
# Behaviour: a roster that begins on a day and not at an hour (DTSTART;VALUE=DATE:20260101, RFC 5545 3.3.4 and 3.8.2.4) is read by rrule as
#   if it had no beginning: its days are counted from the moment of reading, with that moment's hours and minutes, and nothing is said.
#   ical.js reads the three days.
# Versions: npm rrule 2.8.1, npm ical.js 2.2.1
# What we do: not used here; duty rosters are kept as rows of a day and a shift.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts rrule@2.8.1 ical.js@2.2.1
cat >try.mjs <<'JS'
import ical from 'ical.js';
import rrule from 'rrule';
const days = rrule.rrulestr('DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY;COUNT=3').all();
console.log('rrule begins now', Math.abs(days[0] - Date.now()) < 60_000, 'days', days.length);
const walk = ical.Recur.fromString('FREQ=DAILY;COUNT=3').iterator(ical.Time.fromDateString('2026-01-01'));
for (let day = walk.next(); day; day = walk.next()) console.log('ical.js', day.toString());
JS
node try.mjs | tee seen
cat >want <<'TXT'
rrule begins now true days 3
ical.js 2026-01-01
ical.js 2026-01-02
ical.js 2026-01-03
TXT
diff want seen && echo "as described"
