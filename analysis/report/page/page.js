// SPDX-License-Identifier: Apache-2.0
// Puts interactive charts over the still drawings, where the chart library is in the page. Nothing here is needed to
// read the page: every figure is in a table.
(function () {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const options = data.options;
  const shown = data.shown.map((o) => options[o]);
  const charts = [];

  // Contents from the headings.
  const nav = document.querySelector('nav');
  for (const h of document.querySelectorAll('main h2')) {
    const a = document.createElement('a');
    a.href = '#' + h.parentElement.id;
    a.textContent = h.textContent;
    nav.append(a);
  }
  // Long tables are folded on a screen and open on paper.
  const folds = [...document.querySelectorAll('details')];
  const fold = (open) => folds.forEach((d) => { d.open = open; });
  fold(false);
  addEventListener('beforeprint', () => fold(true));
  addEventListener('afterprint', () => fold(false));
  if (!window.echarts) return;

  const short = (v) => {
    const a = Math.abs(v);
    const say = (x, unit) => Number(x.toPrecision(3)).toLocaleString('en-GB') + unit;
    return a >= 1e9 ? say(v / 1e9, ' bn') : a >= 1e6 ? say(v / 1e6, ' M') : a >= 1e4 ? say(v / 1e3, ' k') : say(v, '');
  };
  const interval = (f) => f.value === null ? '–' : `${short(f.value)} (${short(f.lo)} to ${short(f.hi)})`;
  const safe = (text) => window.echarts.format.encodeHTML(String(text));
  const small = () => innerWidth < 600;

  function live(id, label, make) {
    const figure = document.getElementById(id);
    if (!figure) return null;
    const box = figure.querySelector('.live');
    figure.querySelector('.still').style.display = 'none';
    box.hidden = false;
    box.setAttribute('role', 'img');
    box.setAttribute('aria-label', label + '. The figures are in a table of this section.');
    const chart = window.echarts.init(box, null, { renderer: 'svg' });
    charts.push([chart, make]);
    chart.setOption(make());
    return chart;
  }
  function chooser(id, label, names, act) {
    const figure = document.getElementById(id);
    let line = figure.querySelector('.choose');
    if (!line) {
      line = document.createElement('div');
      line.className = 'choose';
      figure.prepend(line);
    }
    const wrap = document.createElement('label');
    const select = document.createElement('select');
    names.forEach((name, i) => select.append(new Option(name, String(i))));
    select.addEventListener('change', () => act(Number(select.value)));
    wrap.append(label + ' ', select);
    line.append(wrap);
  }
  const base = (o) => Object.assign({ animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12.5, color: '#16222a' } }, o);
  const inner = { color: '#16222a', formatter: short, hideOverlap: true, showMinLabel: false, showMaxLabel: false };
  const axis = (o) => Object.assign({ nameTextStyle: { color: '#4a5a64' }, axisLabel: { color: '#16222a', formatter: short, hideOverlap: true } }, o);

  function forest() {
    const rows = data.drawn.map((i) => [options[i], i]).filter(([, i]) => i !== data.baseline)
      .sort((a, b) => (data.less_is_better ? -1 : 1) * (a[0].difference.value - b[0].difference.value));
    return base({
      grid: { left: small() ? 100 : 170, right: 24, top: 24, bottom: 52 },
      tooltip: { trigger: 'item', formatter: (p) => {
        const o = rows[p.dataIndex][0];
        return `<b>${safe(o.name)}</b><br>difference ${interval(o.difference)}<br>best in ${Math.round(100 * o.p_best.value)} %, worse than nothing in ${Math.round(100 * o.p_worse.value)} % of futures`;
      } },
      xAxis: axis({ type: 'value', name: 'difference in ' + data.outcome + (data.less_is_better ? ' (left is better)' : ' (right is better)'), nameLocation: 'middle', nameGap: 30,
        min: (v) => Math.min(0, ...rows.map(([o]) => o.difference.lo)), max: () => Math.max(0, ...rows.map(([o]) => o.difference.hi)), axisLabel: inner }),
      yAxis: { type: 'category', data: rows.map(([o]) => o.name), axisTick: { show: false }, axisLabel: { color: '#16222a', width: small() ? 92 : 160, overflow: 'truncate' } },
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
      grid: { left: 74, right: 30, top: 36, bottom: 52 },
      tooltip: { trigger: 'item', formatter: (p) => `<b>${safe(rows[p.dataIndex].o.name)}</b><br>averted ${short(rows[p.dataIndex].x)}<br>extra cost ${rows[p.dataIndex].base ? '0' : interval(rows[p.dataIndex].o.extra_cost)} ${safe(data.currency)}<br>a death averted ${interval(rows[p.dataIndex].o.cost_per_death_averted)}` },
      xAxis: axis({ type: 'value', name: data.outcome + (data.less_is_better ? ' averted' : ' gained'), nameLocation: 'middle', nameGap: 30,
        min: Math.min(0, ...bars.map((r) => Math.min(sign * r.o.difference.lo, sign * r.o.difference.hi))), max: Math.max(0, ...bars.map((r) => Math.max(sign * r.o.difference.lo, sign * r.o.difference.hi))), axisLabel: inner }),
      yAxis: axis({ type: 'value', name: 'extra cost, ' + data.currency, nameTextStyle: { align: 'left', color: '#4a5a64' } }),
      series: [
        { type: 'custom', silent: true, data: bars.map((r) => [sign * r.o.difference.lo, sign * r.o.difference.hi, r.y, r.x, r.o.extra_cost.lo, r.o.extra_cost.hi]), encode: { x: [0, 1], y: [4, 5] },
          renderItem: (p, api) => {
            const stroke = bars[p.dataIndex].o.colour, line = (a, b) => ({ type: 'line', shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke, lineWidth: 1.5 } });
            return { type: 'group', children: [line(api.coord([api.value(0), api.value(2)]), api.coord([api.value(1), api.value(2)])), line(api.coord([api.value(3), api.value(4)]), api.coord([api.value(3), api.value(5)]))] };
          } },
        { type: 'scatter', symbolSize: 14, data: rows.map((r) => ({ value: [r.x, r.y], itemStyle: r.o.front ? { color: r.o.colour } : { color: '#fff', borderColor: r.o.colour, borderWidth: 2 } })),
          label: { show: true, position: 'top', color: '#16222a', formatter: (p) => rows[p.dataIndex].o.name + (rows[p.dataIndex].o.front ? ' ★' : '') }, labelLayout: { hideOverlap: true } }]
    });
  }
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
        grid: { left: 64, right: 20, top: 34, bottom: 34 }, legend: { data: [...new Set([option.name, against.name])], top: 0 },
        tooltip: { trigger: 'axis', formatter: (p) => { const t = p[0].dataIndex; return `${data.dates[t]}<br><b>${safe(option.name)}</b>: ${short(q[2][t])} (90 %: ${short(q[0][t])} to ${short(q[4][t])})<br>${safe(against.name)}: ${short(against[key][2][t])}`; } },
        xAxis: { type: 'category', data: data.dates, boundaryGap: false, axisLabel: { color: '#16222a', hideOverlap: true } },
        yAxis: axis({ type: 'value', max: most || 1 }), series: lines
      });
    };
  }
  function stages(state) {
    return () => {
      const shares = shown[state.at][state.observed ? 'stage_observed' : 'stage_true'];
      return base({
        grid: { left: 50, right: 20, top: 34, bottom: 34 }, legend: { top: 0 }, tooltip: { trigger: 'axis', valueFormatter: (v) => short(v) + ' %' },
        xAxis: { type: 'category', data: data.dates, boundaryGap: false, axisLabel: { color: '#16222a', hideOverlap: true } },
        yAxis: axis({ type: 'value', max: 100 }),
        series: [3, 2, 1, 0].map((s) => ({ name: data.stages.names[s], type: 'line', stack: 's', symbol: 'none', lineStyle: { width: 0 }, itemStyle: { color: data.stages.colours[s] }, areaStyle: { color: data.stages.colours[s], opacity: 1 }, data: shares[s] }))
      });
    };
  }
  function map(state) {
    return () => {
      const option = shown[state.at], key = state.displaced ? 'place_displaced' : 'place_deaths';
      const most = Math.max(1e-9, ...shown.map((o) => Math.max(...o[key])));
      const at = new Map(data.places.map((p) => [p.name, [p.lon, p.lat]]));
      const lons = data.places.map((p) => p.lon), lats = data.places.map((p) => p.lat);
      const pad = (a, b) => Math.max((b - a) * 0.08, 0.02);
      const x0 = Math.min(...lons), x1 = Math.max(...lons), y0 = Math.min(...lats), y1 = Math.max(...lats);
      return base({
        grid: { left: 10, right: 10, top: 10, bottom: 10 },
        tooltip: { formatter: (p) => p.seriesType === 'scatter' ? `<b>${safe(p.name)}</b><br>killed ${short(option.place_deaths[p.dataIndex])}<br>displaced there ${short(option.place_displaced[p.dataIndex])}` : '' },
        xAxis: { type: 'value', min: x0 - pad(x0, x1), max: x1 + pad(x0, x1), show: false }, yAxis: { type: 'value', min: y0 - pad(y0, y1), max: y1 + pad(y0, y1), show: false },
        dataZoom: [{ type: 'inside', xAxisIndex: 0, zoomOnMouseWheel: 'ctrl' }, { type: 'inside', yAxisIndex: 0, zoomOnMouseWheel: 'ctrl' }],
        series: [
          { type: 'lines', coordinateSystem: 'cartesian2d', silent: true, lineStyle: { color: '#9aa7b0', width: 1.2, opacity: 1 }, data: data.routes.filter(([a, b]) => at.has(a) && at.has(b)).map(([a, b]) => ({ coords: [at.get(a), at.get(b)] })) },
          { type: 'scatter', data: data.places.map((p, i) => ({ name: p.name, value: [p.lon, p.lat], symbolSize: 4 + 42 * Math.sqrt(option[key][i] / most) })),
            itemStyle: { color: state.displaced ? '#0067a5' : '#a02c2c', opacity: 0.75 }, label: { show: true, position: 'bottom', color: '#16222a', formatter: '{b}', fontSize: 11 }, labelLayout: { hideOverlap: true } }]
      });
    };
  }

  const names = shown.map((o) => o.name);
  const redraw = (entry) => entry && entry.setOption(charts.find(([c]) => c === entry)[1](), true);
  const first = Math.max(0, data.shown.indexOf(data.best === data.baseline ? data.shown[1] : data.best));
  function choosable(id, label, make, more) {
    const state = { at: names.length > 1 ? first : 0 };
    const chart = live(id, label, make(state));
    if (!chart) return;
    chooser(id, 'Option', names, (i) => { state.at = i; redraw(chart); });
    document.querySelector(`#${id} select`).value = String(state.at);
    if (more) more(state, chart);
  }
  if (data.baseline !== undefined) {
    const box = document.querySelector('#forest .live');
    if (box) box.style.height = Math.max(200, 96 + 44 * (data.drawn.length - 1)) + 'px';
    live('forest', 'Paired differences with intervals', forest);
    live('plane', 'Extra cost over what is averted', plane);
  }
  for (const id of ['fan-deaths', 'fan-displaced']) {
    const caption = document.querySelector(`#${id} figcaption`);
    const still = caption.textContent, now = still.replace('dashed: mean', `dashed: median of '${names[0]}'`);
    caption.textContent = now;
    addEventListener('beforeprint', () => { caption.textContent = still; });
    addEventListener('afterprint', () => { caption.textContent = now; });
  }
  choosable('fan-deaths', 'Civilians killed over time', (s) => fan('deaths', s));
  choosable('fan-displaced', 'Displaced persons over time', (s) => fan('displaced', s));
  choosable('places', 'Map', map, (s, chart) => chooser('places', 'Show', ['civilians killed', 'displaced persons'], (i) => { s.displaced = i === 1; redraw(chart); }));
  choosable('stage-shares', 'Share of members in each stage', stages, (s, chart) => chooser('stage-shares', 'Stage', ['true', 'as observed'], (i) => { s.observed = i === 1; redraw(chart); }));
  addEventListener('resize', () => charts.forEach(([c, make]) => { c.resize(); c.setOption(make(), true); }));
}());
