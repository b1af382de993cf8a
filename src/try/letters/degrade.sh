#!/usr/bin/env bash
# Makes letters as scanners and telephones give them, and counts what is read of each: pages of words of our own, printed at 300 dpi, then turned by 3°,
# blurred, with a shadow over one side, at 150 dpi, as JPEG 60, each alone and all together. Character rate: 1 − edits ÷ characters, blanks left out.
# usage: degrade.sh [FOLDER]  (tesseract with chi_sim, ImageMagick, python3, a font with Chinese: FONT=FILE)
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
out=${1:-$(mktemp -d)}
font=${FONT:-/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc}
mkdir -p "$out"
for tool in tesseract convert python3; do command -v $tool >/dev/null || { echo "没有 $tool。No $tool." >&2; exit 1; }; done
csplit -s -z --suppress-matched -f "$out/page" -b '%d.txt' "$here/pages.txt" '/^%$/' '{*}'

declare -A how=(
  [clean]=""
  [turned]="-background white -rotate 3"
  [blurred]="-blur 0x2"
  [shadow]="SHADOW"
  [dpi150]="-resize 50%"
  [jpeg60]="-quality 60"
  [all]="-background white -rotate 3 -blur 0x2 SHADOW -resize 50% -quality 60"
)
for page in "$out"/page?.txt; do
  name=${page%.txt}
  # the upper half of A4 at 300 dpi, 12 point
  convert -density 300 -size 2080x -background white -fill black -font "$font" -pointsize 12 -interline-spacing 24 "caption:$(<"$page")" \
    -gravity north -background white -extent 2480x1400-0-160 -colorspace gray "$name.png"
  for kind in clean turned blurred shadow dpi150 jpeg60 all; do
    words=${how[$kind]}
    words=${words/SHADOW/( +clone -sparse-color bilinear 0,0,gray100,%[w],0,gray35,0,%[h],gray95,%[w],%[h],gray45 ) -compose multiply -composite}
    [[ $words == *-quality* ]] || words+=" -quality 95"
    set -f # options, one word each
    # shellcheck disable=SC2086
    convert "$name.png" $words +repage "$name-$kind.jpg"
    set +f
    OMP_THREAD_LIMIT=1 tesseract "$name-$kind.jpg" - -l chi_sim --psm 6 2>/dev/null >"$name-$kind.read" || true
  done
done
python3 - "$out" <<'PYTHON'
import pathlib, re, sys
def edits(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]
bare = lambda p: re.sub(r'\s+', '', p.read_text(errors='replace'))
out = pathlib.Path(sys.argv[1])
pages = sorted(out.glob('page?.txt'))
print('%-8s %7s   ' % ('', 'all') + ' '.join('%7s' % p.stem for p in pages))
for kind in ['clean', 'turned', 'blurred', 'shadow', 'dpi150', 'jpeg60', 'all']:
    wrong = [edits(bare(p), bare(out / f'{p.stem}-{kind}.read')) for p in pages]
    size = [len(bare(p)) for p in pages]
    print('%-8s %6.1f%%   ' % (kind, 100 - 100 * sum(wrong) / sum(size)) + ' '.join('%6.1f%%' % (100 - 100 * w / s) for w, s in zip(wrong, size)))
PYTHON
