// SPDX-License-Identifier: Apache-2.0
// The figures of each chart as a file for a spreadsheet, made here of the data in the page: nothing is fetched or sent.
const three = (f) => f ? [f.value, f.lo, f.hi] : [null, null, null];
const limits = (name) => [name, name + ' lower 95 %', name + ' upper 95 %'];
const overTime = (key) => [['option', 'date', '5 %', '25 %', 'median', '75 %', '95 %'], ...shown.flatMap((o) => data.dates.map((d, t) => [o.name, d, ...o[key].map((q) => q[t])]))];
const figures = {
  forest: () => [['option', ...limits(data.lead_axis), 'says', ...limits('ratio of deaths, typical future'), 'futures with fewer deaths', 'with more', ...limits('chance of mass killing, difference'), ...limits('ratio of displacement, typical future'), ...limits('mean difference in ' + data.outcome)],
    ...options.map((o) => [o.name, ...three(o.lead), o.clear, ...three(o.typical), o.typical.less, o.typical.more, ...three(o.mass_killing), ...three(o.displacement), ...three(o.difference)])],
  exceedance: () => [['option', 'civilians killed', ...limits('futures with more, %')], ...data.exceedance.options.flatMap((i, k) => data.exceedance.deaths.map((d, p) => [options[i].name, d, ...data.exceedance.shares[k][p]]))],
  heat: () => [['intervention', 'stage', 'says', ...limits(data.lead_axis), ...limits('cost, ' + data.currency)],
    ...data.matrix.cells.map(([i, s, o, says]) => [data.matrix.interventions[i], data.matrix.stages[s], says, ...three(options[o].lead), ...three(options[o].cost)])],
  waits: () => [['intervention', 'from', 'to', 'weeks later', ...limits('difference in ' + data.outcome)], ...data.waits.map((w) => [w.intervention, w.from, w.to, w.weeks, ...three(w.cost)])],
  plane: () => [['option', ...limits('difference in ' + data.outcome), ...limits('extra cost, ' + data.currency), ...limits('cost of a death averted')], ...options.map((o) => [o.name, ...three(o.difference), ...three(o.extra_cost), ...three(o.cost_per_death_averted)])],
  acceptability: () => [['paid to avert a death, ' + data.currency, ...options.map((o) => o.name)], ...data.acceptability.willingness.map((w, i) => [w, ...options.map((_, o) => data.acceptability.chance[o][i])])],
  aims: () => [['option', ...limits('deaths averted'), ...limits('displacement averted'), ...limits('extra cost, ' + data.currency), 'share of resamples on the front'],
    ...options.map((o) => [o.name, ...three(o.deaths_averted), ...three(o.displacement_averted), ...three(o.extra_cost), o.on_front])],
  'fan-deaths': () => overTime('deaths'),
  'fan-displaced': () => overTime('displaced'),
  places: () => [['place', 'latitude', 'longitude', ...shown.flatMap((o) => ['killed, ', 'displaced, ', 'killed less baseline, ', 'displaced less baseline, '].map((w) => w + o.name))],
    ...data.places.map((p, i) => [p.name, p.lat, p.lon, ...shown.flatMap((o) => [o.place_deaths[i], o.place_displaced[i], ...[o.deaths_change, o.displaced_change].map((c) => c.length ? c[i][0] : null)])])],
  'stage-shares': () => [['option', 'date', ...data.stages.names.flatMap((n) => [n + ', true, %', n + ', observed, %'])], ...shown.flatMap((o) => data.dates.map((d, t) => [o.name, d, ...data.stages.names.flatMap((_, s) => [o.stage_true[s][t], o.stage_observed[s][t]])]))],
  'one-future': () => [['date', 'place', 'holder', 'share of control, %', 'killed so far', 'displaced there'],
    ...data.course.frames.flatMap((f, t) => f.map((p, i) => [data.course.dates[t], data.places[i].name, p[0] < 0 ? '' : data.course.actors[p[0]], p[1], p[2], p[3]]))],
  worth: () => [['number', ...limits('worth of knowing it'), 'clear of chance'], ...data.worth.map((w) => [w.name, ...three(w.worth), w.clear_of_chance])]
};
// A text that a spreadsheet would take for a formula gets an apostrophe.
const csvCell = (v) => v === null || v === undefined ? '' : typeof v === 'number' ? String(v) : '"' + String(v).replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""') + '"';
const csvOf = (rows) => '\ufeff' + rows.map((r) => r.map(csvCell).join(',') + '\r\n').join('');
for (const [id, rows] of Object.entries(figures)) {
  const box = document.getElementById(id);
  if (!box || box.tagName !== 'FIGURE') continue;
  const line = document.createElement('p'), link = document.createElement('a');
  line.className = 'csv';
  link.textContent = 'Data as CSV';
  link.setAttribute('aria-label', 'Data as CSV: ' + id.replace('-', ' '));
  link.download = id + '.csv';
  link.href = '#' + id;
  link.addEventListener('click', () => { link.href = URL.createObjectURL(new Blob([csvOf(rows())], { type: 'text/csv' })); setTimeout(() => { URL.revokeObjectURL(link.href); link.href = '#' + id; }, 10000); });
  line.append(link);
  box.append(line);
}
// The brief: the first page alone.
const brief = document.querySelector('.brief-button');
if (brief) {
  brief.hidden = false;
  brief.addEventListener('click', () => { document.body.classList.add('brief-only'); print(); });
  addEventListener('afterprint', () => document.body.classList.remove('brief-only'));
}
