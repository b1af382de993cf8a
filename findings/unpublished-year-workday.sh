#!/usr/bin/env bash
# Behaviour: three npm packages for Chinese working days answer for a year whose State Council notice does not exist
#   yet as if there were no holidays at all: 1 January 2027, a holiday by regulation, is "a working day".
# Versions: chinese-days 1.5.7, chinese-workday 1.16.1, lunar-javascript 1.7.7 (2027's notice was not published in November 2026).
# Seen: chinese-days isWorkday 2027-01-01: true; chinese-workday isWorkday: true; lunar-javascript next(1, true): 2027-01-01
# What we do: limits that run into such a year are provisional and skip the days that the law fixes (ruling 2).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent chinese-days@1.5.7 chinese-workday@1.16.1 lunar-javascript@1.7.7
cat >try.mjs <<'JS'
import days from 'chinese-days';
import * as workday from 'chinese-workday';
import lunar from 'lunar-javascript';
console.log('chinese-days isWorkday 2026-01-01', days.isWorkday('2026-01-01'));
console.log('chinese-days isWorkday 2027-01-01', days.isWorkday('2027-01-01'));
console.log('chinese-workday isWorkday 2027-01-01', workday.isWorkday('2027-01-01'));
console.log('lunar-javascript next workday after 2026-12-31', lunar.Solar.fromYmd(2026, 12, 31).next(1, true).toYmd());
JS
node try.mjs | tee seen
cat >want <<'TXT'
chinese-days isWorkday 2026-01-01 false
chinese-days isWorkday 2027-01-01 true
chinese-workday isWorkday 2027-01-01 true
lunar-javascript next workday after 2026-12-31 2027-01-01
TXT
diff want seen && echo "as described"
