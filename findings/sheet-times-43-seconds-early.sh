#!/usr/bin/env bash
# Behaviour: in China's time zone SheetJS hands on the times of a sheet 43 seconds early, 14:29:17 for 14:30, a day as the day before:
#   it measures from 1899, when Shanghai kept its own mean time, 8 h 5 min 43 s. A workbook that counts from 1904 keeps its text right
#   (2030) and gets a date that is four years early (2026), from one and the same cell.
# Version: npm xlsx 0.18.5 (the newest of the registry)
# What we do: not used here; sheets are read on the server, where days are counted without a zone (DatesOfSheetsTest). Look before you
#   read a table of an office in the browser.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts xlsx@0.18.5
cat >try.mjs <<'JS'
import sheetjs from 'xlsx';
const local = moment => moment.toLocaleString('sv', { timeZone: 'Asia/Shanghai' });
for (const date1904 of [false, true]) {
  const sheet = { '!ref': 'A1:B1', A1: { t: 'n', v: 46354.604166666664, z: 'yyyy-mm-dd hh:mm:ss' }, B1: { t: 'n', v: 46354, z: 'yyyy-mm-dd' } };
  const bytes = sheetjs.write({ SheetNames: ['s'], Sheets: { s: sheet }, Workbook: { WBProps: { date1904 } } }, { type: 'buffer' });
  const read = sheetjs.read(bytes, { cellDates: true }).Sheets.s;
  for (const at of ['A1', 'B1']) console.log(date1904 ? 'from 1904' : 'from 1900', at, 'text', read[at].w, 'date', local(read[at].v));
}
JS
TZ=Asia/Shanghai node try.mjs | tee seen
cat >want <<'TXT'
from 1900 A1 text 2026-11-28 14:30:00 date 2026-11-28 14:29:17
from 1900 B1 text 2026-11-28 date 2026-11-27 23:59:17
from 1904 A1 text 2030-11-29 14:30:00 date 2026-11-28 14:29:17
from 1904 B1 text 2030-11-29 date 2026-11-27 23:59:17
TXT
diff want seen && echo "as described"
