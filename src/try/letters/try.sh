#!/usr/bin/env bash
# Letters that are printed here, spoiled as scanners and telephones do, and taken at the page 信件 of a platform of its own: read by tesseract into a draft
# beside the picture, confirmed by a clerk.
# usage: try.sh COMMAND: COMMAND starts the platform (COMMAND run)
set -euo pipefail
run=$1
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
. "$here/../shared/platform.sh"
need node curl
font=${FONT:-/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc}
if ! command -v tesseract >/dev/null || ! convert -version 2>/dev/null | grep -q ImageMagick || [[ ! -f $font ]] || ! tesseract --list-langs 2>/dev/null | grep -qx chi_sim; then
  [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null || die "请安装 tesseract-ocr-chi-sim、imagemagick、fonts-noto-cjk。Install tesseract-ocr-chi-sim, imagemagick and fonts-noto-cjk."
  say "安装 installing tesseract-ocr-chi-sim, imagemagick, fonts-noto-cjk …"
  { apt-get update -q && apt-get install -y -q --no-install-recommends tesseract-ocr tesseract-ocr-chi-sim imagemagick fonts-noto-cjk; } >/dev/null 2>&1
fi
csplit -s -z --suppress-matched -f "$work/page" -b '%d.txt' "$here/pages.txt" '/^%$/' '{*}'
# the upper half of A4 at 300 dpi, 12 point
convert -density 300 -size 2080x -background white -fill black -font "$font" -pointsize 12 -interline-spacing 24 "caption:$(<"$work/page0.txt")" \
  -gravity north -background white -extent 2480x1400-0-160 -colorspace gray "$work/clean.png"
convert "$work/clean.png" -background white -rotate 3 -resize 50% -quality 60 +repage "$work/spoiled.jpg"
export TRY_LETTERS=$work
say "启动平台 starting the platform …"
platform
up
node "$here/cases.mjs" || die "有情形不符 a case went otherwise:"
rm -rf "$work"
