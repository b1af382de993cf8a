// Draws the table it stands beside; the table stays for whoever reads rather than looks.
(() => {
  document.querySelectorAll('[data-chart]').forEach(place => {
    const table = document.getElementById(place.dataset.chart);
    if (!table || !window.echarts) return;
    const rows = [...table.tBodies[0].rows].slice(0, 15).map(r => [...r.cells].map(c => c.textContent.trim()));
    const heads = [...table.tHead.rows[0].cells].map(c => c.textContent.trim());
    const columns = place.dataset.columns.split(',').map(Number);
    const style = getComputedStyle(document.body);
    const colours = ['--sw-late', '--sw-today', '--sw-accent', '--sw-calm'].map(v => style.getPropertyValue(v).trim());
    const chart = echarts.init(place, null, { renderer: 'svg' });
    chart.setOption({
      color: columns.map((_, i) => i === columns.length - 1 ? colours[2] : colours[i]), animation: false, textStyle: { fontFamily: style.fontFamily, color: style.color },
      grid: { left: 8, right: 16, top: 34, bottom: 8, containLabel: true },
      legend: { top: 0, textStyle: { color: style.color } }, tooltip: { trigger: 'axis' },
      xAxis: { type: 'value', minInterval: 1, axisLabel: { color: style.color }, splitLine: { lineStyle: { color: style.getPropertyValue('--sw-line').trim() } } },
      yAxis: { type: 'category', inverse: true, data: rows.map(r => r[0]), axisLabel: { color: style.color, width: 150, overflow: 'truncate' } },
      series: columns.map(c => ({ name: heads[c], type: 'bar', barMaxWidth: 9, data: rows.map(r => { const n = parseFloat(r[c]); return Number.isNaN(n) ? null : n; }) }))
    });
    addEventListener('resize', () => chart.resize());
  });
})();
