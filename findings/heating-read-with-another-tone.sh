#!/usr/bin/env bash
# Behaviour: pinyin-pro, asked for the reading of a whole word, gives 供暖 (heating) as gòng nuǎn and 处长 (head of a division) as chù cháng,
#   乐清 and 珲春, cities of their own, as lè qīng and huī chūn; the dictionary has gōng nuǎn, chù zhǎng, yuè qīng, hún chūn. Its switch for surnames mends
#   单女士 (shàn) and spoils words that begin like a surname: 行长, head of a bank, becomes xíng cháng, 盖州, a city, gě zhōu.
# Version: npm pinyin-pro 3.29.4
# What we do: not used here; nothing of ours rests on how a word is read.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts pinyin-pro@3.29.4
cat >try.mjs <<'JS'
import { pinyin } from 'pinyin-pro';
for (const word of ['供电', '供暖', '处长', '乐清', '珲春']) console.log(word, pinyin(word));
for (const word of ['单女士', '行长', '盖州']) console.log(word, pinyin(word), 'as a name', pinyin(word, { surname: 'head' }));
JS
node try.mjs | tee seen
cat >want <<'TXT'
供电 gōng diàn
供暖 gòng nuǎn
处长 chù cháng
乐清 lè qīng
珲春 huī chūn
单女士 dān nǚ shì as a name shàn nǚ shì
行长 háng zhǎng as a name xíng cháng
盖州 gài zhōu as a name gě zhōu
TXT
diff want seen && echo "as described"
