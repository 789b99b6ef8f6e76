// SPDX-License-Identifier: Apache-2.0
// Intervention by stage. What is inconclusive is hatched and pale, whatever its size.
function mixed(shade, pale) {
  const full = shade < 0 ? [107, 174, 214] : [240, 151, 74], size = Math.abs(shade) * (pale ? 0.4 : 1);
  return `rgb(${full.map((c) => Math.round(255 + (c - 255) * (0.06 + 0.94 * size))).join(',')})`;
}
function heat() {
  const m = data.matrix, narrow = small();
  const stages = m.stages.map((s) => narrow ? s : 'started at ' + s);
  const hatch = (x, y, w, h, stroke) => {
    const lines = [];
    for (let d = 6; d < w + h; d += 9) lines.push({ type: 'line', silent: true, style: { stroke, lineWidth: 1.2 },
      shape: { x1: x + Math.min(d, w), y1: y + Math.max(0, d - w), x2: x + Math.max(0, d - h), y2: y + Math.min(d, h) } });
    return lines;
  };
  return base({
    grid: { left: narrow ? 136 : 210, right: 8, top: 34, bottom: 8 },
    tooltip: { confine: true, formatter: (p) => {
      const [i, s, option, says] = m.cells[p.dataIndex], o = options[option];
      return `<b>${safe(m.interventions[i])}</b>, started at ${safe(m.stages[s])}<br>${safe(o.lead_text)}<br>${safe(says)}<br>cost ${interval(o.cost, short)} ${safe(data.currency)}`;
    } },
    xAxis: { type: 'category', position: 'top', data: stages, axisTick: { show: false }, axisLine: { show: false }, splitLine: { show: false }, axisLabel: { color: '#16222a', fontWeight: 600, interval: 0, fontSize: narrow ? 10.5 : 12.5 } },
    yAxis: { type: 'category', inverse: true, data: m.interventions, axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: '#16222a', interval: 0, fontSize: narrow ? 11 : 12.5, width: narrow ? 130 : 200, overflow: 'truncate' } },
    series: [{ type: 'custom', data: m.cells.map(([i, s]) => [s, i]), encode: { x: 0, y: 1 },
      renderItem: (p, api) => {
        const [, , option, says, shade] = m.cells[p.dataIndex], [cx, cy] = api.coord([api.value(0), api.value(1)]), [w, h] = api.size([1, 1]).map((v) => v - 3);
        const x = cx - w / 2, y = cy - h / 2, told = says === 'better' || says === 'worse', value = options[option].lead.value;
        const sign = says === 'better' ? '✓ ' : says === 'worse' ? '✗ ' : '';
        return { type: 'group', children: [
          { type: 'rect', shape: { x, y, width: w, height: h }, style: { fill: says === 'no change seen' ? '#eef1f3' : mixed(shade, !told), stroke: told ? '#16222a' : '#c6d0d6', lineWidth: told ? 1.5 : 1 } },
          ...(says === 'inconclusive' ? hatch(x, y, w, h, 'rgba(74,90,100,.16)') : []),
          { type: 'text', silent: true, style: { text: says === 'no change seen' ? 'none' : sign + (value > 0 ? '+' : '') + (data.about_deaths ? value.toFixed(Math.abs(value) < 10 ? 1 : 0) + ' %' : figure(value)), x: cx, y: cy, align: 'center', verticalAlign: 'middle', fill: told ? '#16222a' : '#4a5a64', font: `${told ? 700 : 400} 12.5px ${getComputedStyle(document.body).fontFamily}` } }] };
      } }]
  });
}
