#!/usr/bin/env bash
# Behaviour: a map series made of GeoJSON is drawn 0.75 times as wide as its degrees say (aspectScale), wherever the place lies. That is
#   the cosine of 41.4 degrees: right for Dandong or Beijing, 21 % too narrow for Sanya (18.3 N) and 26 % too wide for Mohe (53.5 N).
#   Who stretches the coordinates by the cosine of the latitude, as one does for other libraries, has it twice.
# Version: echarts 6.0.0
# What we do: maps are drawn by ourselves, by the cosine of the middle of what is drawn (MapDrawing, MapDrawingTest).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts echarts@6.0.0
cat >try.js <<'JS'
const echarts = require('echarts');
/** How wide a square of one degree is drawn for its height. */
function width(latitude, series) {
  const y = latitude - 0.5;
  echarts.registerMap('one', { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: '甲' },
    geometry: { type: 'Polygon', coordinates: [[[110, y], [111, y], [111, y + 1], [110, y + 1], [110, y]]] } }] });
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 900, height: 900 });
  chart.setOption({ series: [{ type: 'map', map: 'one', ...series }] });
  const path = chart.renderToSVGString().match(/<path d="([^"]+)"/)[1].match(/-?\d+(\.\d+)?/g).map(Number);
  const over = from => Math.max(...path.filter((_, i) => i % 2 === from)) - Math.min(...path.filter((_, i) => i % 2 === from));
  return (over(0) / over(1)).toFixed(3);
}
for (const latitude of [18.3, 40, 53.5]) {
  const right = Math.cos(latitude * Math.PI / 180);
  console.log(latitude + ' N', 'right', right.toFixed(3), 'drawn', width(latitude, {}), 'told', width(latitude, { aspectScale: right }));
}
process.exit(0); // the charts' timers would keep it alive
JS
node try.js | tee seen
cat >want <<'TXT'
18.3 N right 0.949 drawn 0.750 told 0.949
40 N right 0.766 drawn 0.750 told 0.766
53.5 N right 0.595 drawn 0.750 told 0.595
TXT
diff want seen && echo "as described"
