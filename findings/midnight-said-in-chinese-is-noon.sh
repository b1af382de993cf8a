#!/usr/bin/env bash
# Behaviour: chrono reads Chinese times of day and quietly gives other moments than were said: 晚上十二点 (midnight) is noon of that day,
#   去年十一月 (November last year) is this November, 两点一刻 (a quarter past two) is 14:01. It does so in the middle of a sentence and
#   marks the words as understood; 昨天下午三点半 beside them is right.
# Version: npm chrono-node 2.10.3 (zh.hans), asked on Thursday 26 November 2026
# What we do: not used here; times that a caller says are read by rules of our own and proposed with the words beside them (TimeHeard).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts chrono-node@2.10.3
cat >try.mjs <<'JS'
import * as chrono from 'chrono-node';
const asked = { instant: new Date('2026-11-26T10:00:00+08:00'), timezone: 480 };
for (const said of ['昨天下午三点半停水', '昨天晚上十二点停水', '晚上十二点停水', '去年十一月停暖', '周六下午两点一刻停电']) {
  const [read] = chrono.zh.hans.parse(said, asked);
  console.log(said, '|', read.text, '|', read.start.date().toLocaleString('sv', { timeZone: 'Asia/Shanghai' }));
}
JS
TZ=Asia/Shanghai node try.mjs | tee seen
cat >want <<'TXT'
昨天下午三点半停水 | 昨天下午三点半 | 2026-11-25 15:30:00
昨天晚上十二点停水 | 昨天晚上十二点 | 2026-11-25 12:00:00
晚上十二点停水 | 晚上十二点 | 2026-11-26 12:00:00
去年十一月停暖 | 年十一月 | 2026-11-26 12:00:00
周六下午两点一刻停电 | 周六下午两点一 | 2026-11-28 14:01:00
TXT
diff want seen && echo "as described"
