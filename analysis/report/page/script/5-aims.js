// SPDX-License-Identifier: Apache-2.0
// Deaths averted, displacement averted and cost side by side; an option has the same row in all three.
function aims() {
  const keys = [['deaths_averted', 'civilian deaths averted'], ['displacement_averted', small() ? 'displacement averted' : 'displacement averted, persons'], ['extra_cost', 'extra cost, ' + data.currency]];
  const rows = data.front.map((i) => options[i]), narrow = small(), label = narrow ? 138 : 170;
  const high = 26 * rows.length, gap = 64, wide = (document.getElementById('aims').clientWidth - label - 20) / 3;
  const box = (k) => narrow ? { left: label, right: 14, top: 30 + k * (high + gap), height: high } : { left: label + k * wide, width: wide - 26, top: 34, height: high };
  const bounds = (key) => rows.flatMap((o) => [o[key].lo, o[key].value, o[key].hi]).filter((v) => v !== null);
  return base({
    grid: keys.map((_, k) => box(k)),
    title: keys.map(([, name], k) => ({ text: name, top: narrow ? 4 + k * (high + gap) : 6, left: narrow ? label : label + k * wide, textStyle: { fontSize: 13, color: '#16222a' } })),
    tooltip: { trigger: 'axis', confine: true, axisPointer: { type: 'shadow' }, formatter: (p) => {
      const o = rows[p[0].dataIndex];
      return `<b>${safe(o.name)}</b>${o.beaten ? '' : ' ★ on the front'}<br>` + keys.map(([key, name]) => `${safe(name)}: ${interval(o[key], key === 'extra_cost' ? short : figure)}`).join('<br>') + `<br>chance of being on the front ${chance(o.on_front)}`;
    } },
    axisPointer: { link: [{ yAxisIndex: 'all' }] },
    xAxis: keys.map(([key], k) => axis({ type: 'value', gridIndex: k, min: Math.min(0, ...bounds(key)), max: Math.max(0, ...bounds(key)) || 1, splitNumber: 3, axisLabel: inner })),
    yAxis: keys.map((_, k) => ({ type: 'category', gridIndex: k, inverse: true, data: rows.map((o) => (o.beaten ? '' : '★ ') + o.name), axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { show: narrow || k === 0, color: '#16222a', fontSize: narrow ? 11 : 12.5, width: label - 6, overflow: 'truncate', interval: 0 } })),
    series: keys.flatMap(([key], k) => [
      { type: 'custom', silent: true, xAxisIndex: k, yAxisIndex: k, data: rows.map((o, i) => [o[key].lo, o[key].hi, i]), encode: { x: [0, 1], y: 2 },
        renderItem: (p, api) => {
          const a = api.coord([api.value(0), api.value(2)]), b = api.coord([api.value(1), api.value(2)]);
          return { type: 'line', shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke: rows[p.dataIndex].colour, lineWidth: 2 } };
        } },
      { type: 'scatter', xAxisIndex: k, yAxisIndex: k, symbolSize: 11, data: rows.map((o) => ({ value: [o[key].value, (o.beaten ? '' : '★ ') + o.name], itemStyle: o.beaten ? { color: '#fff', borderColor: o.colour, borderWidth: 2 } : { color: o.colour } })),
        markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: '#74838c', type: 'solid' }, data: [{ xAxis: 0 }] } }])
  });
}
