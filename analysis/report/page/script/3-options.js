// SPDX-License-Identifier: Apache-2.0
// Charts that compare all options.
function forest() {
  const rows = data.drawn.map((i) => [options[i], i]).filter(([, i]) => i !== data.baseline)
    .sort((a, b) => (data.less_is_better ? -1 : 1) * (a[0].difference.value - b[0].difference.value));
  return base({
    grid: { left: small() ? 132 : 170, right: 24, top: 24, bottom: 52 },
    tooltip: { trigger: 'item', formatter: (p) => {
      const o = rows[p.dataIndex][0];
      return `<b>${safe(o.name)}</b><br>difference ${interval(o.difference)}<br>best in ${share(o.p_best.value)}, worse than ${safe(baseline)} in ${share(o.p_worse.value)} of futures`;
    } },
    xAxis: axis({ type: 'value', name: 'difference in ' + data.outcome + (data.less_is_better ? ' (left is better)' : ' (right is better)'), nameLocation: 'middle', nameGap: 30,
      min: (v) => Math.min(0, ...rows.map(([o]) => o.difference.lo)), max: () => Math.max(0, ...rows.map(([o]) => o.difference.hi)), axisLabel: inner }),
    yAxis: { type: 'category', data: rows.map(([o]) => o.name), axisTick: { show: false }, axisLabel: { color: '#16222a', fontSize: small() ? 11 : 12.5, width: small() ? 114 : 152, overflow: 'truncate' } },
    series: [
      { type: 'custom', silent: true, data: rows.map(([o], i) => [o.difference.lo, o.difference.hi, i]), encode: { x: [0, 1], y: 2 },
        renderItem: (p, api) => {
          const a = api.coord([api.value(0), api.value(2)]), b = api.coord([api.value(1), api.value(2)]);
          const stroke = rows[p.dataIndex][0].colour;
          return { type: 'line', shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke, lineWidth: 3 } };
        } },
      { type: 'scatter', symbolSize: 13, data: rows.map(([o]) => ({ value: [o.difference.value, o.name], itemStyle: { color: o.colour } })),
        markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: '#74838c', type: 'solid' }, data: [{ xAxis: 0 }] } }]
  });
}
function plane() {
  const sign = data.less_is_better ? -1 : 1;
  const rows = data.drawn.map((i) => [options[i], i]).map(([o, i]) => ({ o, x: i === data.baseline ? 0 : sign * o.difference.value, y: i === data.baseline ? 0 : o.extra_cost.value, base: i === data.baseline }));
  const bars = rows.filter((r) => !r.base);
  return base({
    grid: { left: 74, right: small() ? 58 : 30, top: 36, bottom: 52 },
    tooltip: { trigger: 'item', formatter: (p) => `<b>${safe(rows[p.dataIndex].o.name)}</b><br>difference ${rows[p.dataIndex].base ? '0' : interval(rows[p.dataIndex].o.difference)}<br>extra cost ${rows[p.dataIndex].base ? '0' : interval(rows[p.dataIndex].o.extra_cost, short)} ${safe(data.currency)}<br>a death averted ${interval(rows[p.dataIndex].o.cost_per_death_averted, short)}` },
    xAxis: axis({ type: 'value', name: data.outcome + (data.less_is_better ? ' averted' : ' gained'), nameLocation: 'middle', nameGap: 30,
      min: Math.min(0, ...bars.map((r) => Math.min(sign * r.o.difference.lo, sign * r.o.difference.hi))), max: Math.max(0, ...bars.map((r) => Math.max(sign * r.o.difference.lo, sign * r.o.difference.hi))), axisLabel: inner }),
    yAxis: axis({ type: 'value', name: 'extra cost, ' + data.currency, nameTextStyle: { align: 'left', color: '#4a5a64' } }),
    series: [
      { type: 'custom', silent: true, data: bars.map((r) => [sign * r.o.difference.lo, sign * r.o.difference.hi, r.y, r.x, r.o.extra_cost.lo, r.o.extra_cost.hi]), encode: { x: [0, 1], y: [4, 5] },
        renderItem: (p, api) => {
          const o = bars[p.dataIndex].o, line = (a, b) => ({ type: 'line', shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke: o.colour, lineWidth: 1.5, lineDash: dashes(o) } });
          return { type: 'group', children: [line(api.coord([api.value(0), api.value(2)]), api.coord([api.value(1), api.value(2)])), line(api.coord([api.value(3), api.value(4)]), api.coord([api.value(3), api.value(5)]))] };
        } },
      { type: 'scatter', symbolSize: 14, data: rows.map((r) => ({ value: [r.x, r.y], itemStyle: r.o.front ? { color: r.o.colour } : { color: '#fff', borderColor: r.o.colour, borderWidth: 2 } })),
        label: { show: true, position: 'top', color: '#16222a', width: small() ? 108 : 240, overflow: 'truncate', formatter: (p) => rows[p.dataIndex].o.name + (rows[p.dataIndex].o.front ? ' ★' : '') }, labelLayout: { hideOverlap: true } }]
  });
}
