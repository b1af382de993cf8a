#!/usr/bin/env bash
# Behaviour: a map series joined to its GeoJSON by a numeric property (nameProperty: 'adcode', as boundaries of Chinese counties carry it)
#   colours no region and says nothing; joined by the name it colours them.
# Version: echarts 6.0.0
# What we do: maps are joined by name, and a test counts coloured regions.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent echarts@6.0.0
cat >try.js <<'JS'
const echarts = require('echarts');
const square = (x, adcode, name) => ({
  type: 'Feature', properties: { adcode, name },
  geometry: { type: 'Polygon', coordinates: [[[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]]] } });
echarts.registerMap('two', { type: 'FeatureCollection', features: [square(0, 210602, '甲区'), square(1, 210603, '乙区')] });
function coloured(nameProperty, names) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 400, height: 200 });
  chart.setOption({
    visualMap: { show: false, min: 0, max: 10, inRange: { color: ['#ff0000', '#ff0000'] } },
    series: [{ type: 'map', map: 'two', nameProperty, data: names.map(name => ({ name, value: 5 })) }] });
  return (chart.renderToSVGString().match(/fill="(#ff0000|rgb\(255,0,0\)|rgba\(255,0,0,1\))"/g) || []).length;
}
console.log('by name', coloured('name', ['甲区', '乙区']));
console.log('by number', coloured('adcode', [210602, 210603]));
console.log('by number as text', coloured('adcode', ['210602', '210603']));
process.exit(0); // the charts' timers would keep it alive
JS
node try.js | tee seen
printf 'by name 2\nby number 0\nby number as text 0\n' >want
diff want seen && echo "as described"
