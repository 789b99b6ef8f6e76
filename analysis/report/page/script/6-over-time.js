// SPDX-License-Identifier: Apache-2.0
// Charts of one option over time.
function fan(key, state) {
  return () => {
    const option = shown[state.at], against = shown[0], q = option[key];
    const minus = (a, b) => a.map((v, i) => v - b[i]);
    const band = (name, low, high, opacity) => [
      { type: 'line', stack: name, symbol: 'none', lineStyle: { opacity: 0 }, data: low, silent: true },
      { type: 'line', stack: name, symbol: 'none', lineStyle: { opacity: 0 }, areaStyle: { color: option.colour, opacity }, data: minus(high, low), silent: true }];
    const lines = [...band('a', q[0], q[4], 0.18), ...band('b', q[1], q[3], 0.32),
      { name: option.name, type: 'line', symbol: 'none', lineStyle: { color: option.colour, width: 2.5 }, itemStyle: { color: option.colour }, data: q[2] }];
    if (option !== against) lines.push({ name: against.name, type: 'line', symbol: 'none', lineStyle: { color: against.colour, width: 1.8, type: 'dashed' }, itemStyle: { color: against.colour }, data: against[key][2] });
    const most = Math.max(...shown.map((o) => Math.max(...o[key][4])));
    return base({
      grid: { left: 64, right: 20, top: 34, bottom: 34 }, legend: { show: shown.length > 1, data: [...new Set([option.name, against.name])], top: 0 },
      tooltip: { trigger: 'axis', formatter: (p) => { const t = p[0].dataIndex; return `${data.dates[t]}<br><b>${safe(option.name)}</b>: ${figure(q[2][t])} (90 %: ${figure(q[0][t])} to ${figure(q[4][t])})` + (option === against ? '' : `<br>${safe(against.name)}: ${figure(against[key][2][t])}`); } },
      xAxis: { type: 'category', data: data.dates, boundaryGap: false, axisLabel: { color: '#16222a', hideOverlap: true } },
      yAxis: axis({ type: 'value', ...upTo(most || 1) }), series: lines
    });
  };
}
function stages(state) {
  return () => {
    const shares = shown[state.at][state.observed ? 'stage_observed' : 'stage_true'];
    return base({
      grid: { left: 50, right: 20, top: small() ? 56 : 34, bottom: 34 }, legend: { top: 0 }, tooltip: { trigger: 'axis', formatter: (p) => data.dates[p[0].dataIndex] + '<br>' + p.map((s) => `${safe(s.seriesName)}: ${short(s.value)} %`).join('<br>') },
      xAxis: { type: 'category', data: data.dates, boundaryGap: false, axisLabel: { color: '#16222a', hideOverlap: true } },
      yAxis: axis({ type: 'value', max: 100 }),
      series: [3, 2, 1, 0].map((s) => ({ name: data.stages.names[s], type: 'line', stack: 's', symbol: 'none', lineStyle: { width: 0 }, itemStyle: { color: data.stages.colours[s] }, areaStyle: { color: data.stages.colours[s], opacity: 1 }, data: shares[s] }))
    });
  };
}
