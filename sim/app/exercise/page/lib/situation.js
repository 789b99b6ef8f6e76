// SPDX-License-Identifier: Apache-2.0
// What is known: figures with how old they are, the map as reported, the inbox. For the white cell without a seat:
// what is true, beside what each seat sees.
import { html, useState } from './standalone.module.js';
import { Chart, Spark, axisLabel, baseline, rules, tip } from './chart.js';
import { Behind } from './truth.js';
import { Inbox } from './inbox.js';
import { Fold, Panel, Table } from './parts.js';
import { Where } from './where.js';
import { colour } from './theme.js';
import { ago, capital, date, day, indicator, indicatorTitles, list, many } from './words.js';

export function Situation(s) {
  const { view, map, online } = s, seat = view.seat_view, [place, setPlace] = useState('');
  if (!seat) return html`<${Behind} ...${s} />`;
  return html`<${News} seat=${seat} />
    <div class="tiles">${seat.indicators.map((i) => html`<${Tile} key=${i.name} of=${i} view=${view} />`)}</div>
    <div class="field-of-view">
      <${Where} s=${s} map=${map} known=${knownOf(seat, map)} flows=${seat.situation.flows} place=${place}
        onPlace=${setPlace} asOf=${seat.situation.as_of} date=${view.date} seat=${seat} />
      <${Inbox} view=${view} online=${online} place=${place} onPlace=${setPlace} />
    </div>
    <${Courses} seat=${seat} shade=${s.shade} />`;
}
/// {place: {holder, contested, sheltered, dead}} as a seat knows them; `dead` sums what was told, doubles and lies
/// included.
function knownOf(seat, map) {
  const known = {}, nothing = { holder: null, contested: false, sheltered: null, dead: 0 };
  // Who holds what on the first day is known to all.
  if (!seat.situation.as_of)
    for (const p of map.places.filter((x) => x.holder)) known[p.name] = { ...nothing, holder: p.holder };
  for (const p of seat.situation.places)
    known[p.place] = { holder: p.holder, contested: p.contested, sheltered: p.sheltered, dead: 0 };
  for (const r of seat.inbox.filter((x) => x.place)) {
    known[r.place] = known[r.place] || { ...nothing };
    known[r.place].dead += r.dead;
  }
  return known;
}
function News({ seat }) {
  const reports = seat.inbox.filter((r) => r.new).length, messages = seat.messages.filter((m) => m.new).length;
  const words = [reports && many(reports, 'new report'), messages && many(messages, 'new message')].filter(Boolean);
  return html`<p class="news">${words.length ? html`<b>
    ${capital(list(words))}</b> since the last turn. <a href="#inbox"
      onClick=${(e) => {
        e.preventDefault();
        const h = document.getElementById('inbox');
        h.scrollIntoView();
        h.focus({ preventScroll: true });
      }}>To the inbox</a>` : 'Nothing new has come in.'}</p>`;
}
function Tile({ of, view }) {
  const values = (of.history || []).map((h) => h.value), stage = of.name === 'stage';
  return html`<section class=${'tile' + (stage ? ' stage-' + (of.value || 'none') : '')}>
    <h2 class="small">${indicatorTitles[of.name] || capital(of.name)}</h2>
    <div class="value"><p class="big">${indicator(of.name, of.value)}</p>
      ${!stage && html`<${Spark} values=${values} most=${/risk|attention/.test(of.name) ? 0.5 : 0} />`}</div>
    <p class="sub">${of.as_of ? html`of ${day(of.as_of)}, ${ago(of.as_of, view.date)}` : 'nothing has come yet'}</p>
      </section>`;
}

/// What the seat saw over time, as charts and as a table.
function Courses({ seat, shade }) {
  const kinds = seat.indicators.filter((i) => i.name !== 'stage' && (i.history || []).length > 1);
  if (!kinds.length) return null;
  const steps = kinds[0].history.map((h) => h.as_of), every = Math.max(1, Math.ceil(steps.length / 26));
  return html`<${Panel} id="courses" title="Over time, as you saw it" more="wide"
    sub="Each value came late, and is off by chance.">
    <div class="panels">
      ${kinds.map((i) => html`<figure key=${i.name}>
        <figcaption>${indicatorTitles[i.name] || capital(i.name)}</figcaption>
      <${Chart} more="course"
        label=${`${indicatorTitles[i.name] || i.name} over time. The figures are in the table under the charts.`}
        of=${JSON.stringify([i.history.length, i.value, shade])} make=${course(i)} /></figure>`)}</div>
    <${Fold} title="The figures as a table"><${Table} label="Indicators over time, as the seat saw them"
      head=${['Until', ...kinds.map((i) => ({ text: indicatorTitles[i.name] || i.name, n: true })), 'Stage']}
      rows=${steps.map((at, n) => [at, n]).filter(([, n]) => (steps.length - 1 - n) % every === 0)
        .map(([at, n]) => ({ key: at, cells: [date(at),
          ...kinds.map((i) => indicator(i.name, i.history[n] && i.history[n].value)), stageAt(seat, at)] }))} /><//>
          <//>`;
}
const stageAt = (seat, at) => {
  const row = ((seat.indicators.find((i) => i.name === 'stage') || {}).history || []).find((h) => h.as_of === at);
  return row ? indicator('stage', row.value) : '–';
};
const course = (i) => (box, size) => {
  const share = i.name === 'risk' || i.name === 'attention';
  return {
    grid: { left: 8, right: 14, top: 10, bottom: 6, containLabel: true },
      tooltip: { ...tip(), trigger: 'axis',
        formatter: (p) => `${date(p[0].axisValue)}<br><b>${indicator(i.name, p[0].data)}</b>` },
    xAxis: { type: 'category', boundaryGap: false, data: i.history.map((h) => h.as_of), ...baseline(),
      axisLabel: axisLabel(size, { formatter: day, showMaxLabel: false }) },
    yAxis: { type: 'value', min: 0, max: share ? 1 : undefined, minInterval: share ? 0 : 1, splitNumber: 3, ...rules(),
      axisLabel: axisLabel(size, { formatter: (v) => indicator(i.name, v) }) },
    series: [{ type: 'line', data: i.history.map((h) => h.value), symbolSize: 4,
      lineStyle: { color: colour('accent'), width: 2 }, itemStyle: { color: colour('accent') },
      areaStyle: { color: colour('accent'), opacity: 0.1 } }]
  };
};
