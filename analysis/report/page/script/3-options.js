// SPDX-License-Identifier: Apache-2.0
// Charts that compare all options.
// What differs in too few futures stands outside the intervals: a hollow circle without a line.
function forest() {
  const rows = data.drawn.map((i) => [options[i], i]).filter(([, i]) => i !== data.baseline)
    .sort((a, b) => (data.less_is_better ? -1 : 1) * (a[0].lead.value - b[0].lead.value));
  const whole = (o) => o.clear !== 'few' && o.clear !== 'none';
  const bounds = rows.flatMap(([o]) => whole(o) ? [o.lead.lo, o.lead.value, o.lead.hi] : [o.lead.value]).filter((v) => v !== null);
  return base({
    grid: { left: small() ? 132 : 170, right: 24, top: 24, bottom: 52 },
    tooltip: { trigger: 'item', confine: true, formatter: (p) => {
      const o = rows[p.dataIndex][0];
      return `<b>${safe(o.name)}</b><br>${safe(o.lead_text)}<br>mean difference ${interval(o.difference)}`;
    } },
    xAxis: axis({ type: 'value', name: (small() ? data.about_deaths ? 'deaths, typical future, %' : 'difference' : data.lead_axis) + (data.less_is_better ? ' (left is better)' : ' (right is better)'), nameLocation: 'middle', nameGap: 30,
      min: Math.min(0, ...bounds), max: Math.max(0, ...bounds), axisLabel: inner }),
    yAxis: { type: 'category', data: rows.map(([o]) => o.name), axisTick: { show: false }, axisLabel: { color: '#16222a', fontSize: small() ? 11 : 12.5, width: small() ? 114 : 152, overflow: 'truncate' } },
    series: [
      { type: 'custom', silent: true, data: rows.map(([o], i) => whole(o) ? [o.lead.lo, o.lead.hi, i] : [o.lead.value, o.lead.value, i]), encode: { x: [0, 1], y: 2 },
        renderItem: (p, api) => {
          const a = api.coord([api.value(0), api.value(2)]), b = api.coord([api.value(1), api.value(2)]);
          const stroke = rows[p.dataIndex][0].colour;
          return { type: 'line', shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke, lineWidth: 3 } };
        } },
      { type: 'scatter', symbolSize: 13, data: rows.map(([o]) => ({ value: [o.lead.value, o.name], itemStyle: whole(o) ? { color: o.colour } : { color: '#fff', borderColor: o.colour, borderWidth: 2 } })),
        markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: '#74838c', type: 'solid' }, data: [{ xAxis: 0 }] } }]
  });
}
// How likely more civilians are killed than a number, with bands of 95 % at each number.
function exceedance() {
  const e = data.exceedance, lines = e.options.map((i) => options[i]);
  const line = (o, k, j) => e.shares[k].map((s, i) => [e.deaths[i], s[j]]);
  const band = (o, k) => [
    { type: 'line', stack: 'band' + k, symbol: 'none', silent: true, lineStyle: { opacity: 0 }, data: line(o, k, 1) },
    { type: 'line', stack: 'band' + k, symbol: 'none', silent: true, lineStyle: { opacity: 0 }, areaStyle: { color: o.colour, opacity: 0.16 }, data: e.shares[k].map((s, i) => [e.deaths[i], s[2] - s[1]]) }];
  return base({
    grid: { left: 56, right: 24, top: 34, bottom: 52 }, legend: { top: 0, data: lines.map((o) => o.name) },
    tooltip: { trigger: 'axis', confine: true, formatter: (p) => {
      const i = p[0].dataIndex;
      return `more than ${figure(e.deaths[i])} killed` + lines.map((o, k) => `<br>${safe(o.name)}: ${short(e.shares[k][i][0])} % of futures (${short(e.shares[k][i][1])} to ${short(e.shares[k][i][2])})`).join('');
    } },
    xAxis: axis({ type: 'log', name: 'civilians killed', nameLocation: 'middle', nameGap: 30, min: e.deaths[0], max: e.deaths[e.deaths.length - 1], axisLabel: inner }),
    yAxis: axis({ type: 'value', name: small() ? '' : 'futures with more, %', max: 100, nameTextStyle: { align: 'left', color: '#4a5a64' } }),
    series: [...lines.flatMap(band), ...lines.map((o, k) => ({ name: o.name, type: 'line', symbol: 'none', lineStyle: { color: o.colour, width: 2.5, type: dashes(o) || 'solid' }, itemStyle: { color: o.colour }, data: line(o, k, 0) }))]
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
