// SPDX-License-Identifier: Apache-2.0
// Of the review: what was true against what each seat had before it, who heard what, and what happened with its
// reasons.
import { html, useState } from './standalone.module.js';
import { Chart, axisLabel, baseline, rules, safe, tip } from './chart.js';
import { reportText } from './inbox.js';
import { Badge, Choose, Fold, Panel, Table } from './parts.js';
import { colour, isDark } from './theme.js';
import { capital, count, date, day, figure, list, percent, stageText } from './words.js';

const tones = ['#2f86c4', '#c4641f', '#1f9874', '#b0589a', '#94801c', '#7d6fd0'],
  dashes = ['solid', [6, 3], [2, 3], [9, 3, 2, 3], [4, 2], [1, 2]];
const ladder = ['none', 'prevention', 'mitigation', 'response'];
/// As a figure of this series is said.
function sayer(name) {
  if (/stage/.test(name)) return (v) => v === null || v === undefined ? '–' : stageText(ladder[Math.round(v)]);
  return /^(risk|attention)/.test(name) ? (v) => v === null || v === undefined ? '–' : percent(v)
    : (v) => v === null || v === undefined ? '–' : v < 10 ? figure(v) : count(v);
}
/// The k-th series: true at each date; of seats what they had at the end of each turn, at its date.
function lines(of, k) {
  const at = new Map(of.turn_ends.map((d, turn) => [d, turn]));
  const value = (x, d) => {
    const seen = at.has(d) && x.at_close[at.get(d)];
    return seen && seen[k] ? seen[k].value : null;
  };
  return of.seats.map((x) => ({ seat: x.seat, values: of.dates.map((d) => value(x, d)) }));
}

export function Timeline({ of, shade }) {
  const [which, setWhich] = useState('0'), k = Number(which), one = of.truth[k];
  if (!one || of.dates.length < 2) return null;
  const say = sayer(one.name), steps = /stage/.test(one.name), seen = lines(of, k),
    ends = of.turn_ends.map((d) => of.dates.indexOf(d));
  const make = (box, size) => ({
    grid: { left: 8, right: 20, top: 14, bottom: 3.4 * size, containLabel: true },
    legend: { bottom: 0, type: 'scroll', textStyle: { color: colour('ink'), fontSize: 0.9 * size }, itemWidth: 34,
      pageTextStyle: { color: colour('ink') }, pageIconColor: colour('accent') },
    tooltip: { ...tip(), trigger: 'axis',
      formatter: (p) =>
        [date(p[0].axisValue),
          ...p.filter((x) => x.data !== null)
            .map((x) => `${safe(x.seriesName)}: <b>${say(x.data)}</b>`)].join('<br>') },
    xAxis: { type: 'category', boundaryGap: false, data: of.dates, ...baseline(),
      axisLabel: axisLabel(size, { formatter: day, showMaxLabel: false }) },
    yAxis: { type: 'value', min: 0, ...(steps ? { max: 3, interval: 1 } : {}), ...rules(),
      axisLabel: axisLabel(size, { formatter: say }) },
    series: [{ name: 'True', type: 'line', step: steps ? 'end' : false, data: one.values,
      lineStyle: { width: 4, color: colour('ink') }, itemStyle: { color: colour('ink') }, symbol: 'none', z: 5 },
      ...seen.map((x, i) => ({ name: x.seat, type: 'line', data: x.values, connectNulls: true,
        symbol: ['circle', 'rect', 'triangle', 'diamond', 'pin'][i % 5], showAllSymbol: true, symbolSize: 9,
        lineStyle: { width: 2, color: tones[i % 6], type: dashes[i % 6], opacity: isDark() ? 0.9 : 0.8 },
          itemStyle: { color: tones[i % 6] } }))]
  });
  return html`<${Panel} id="timeline" title="True, and as seen" more="wide"
    sub="seats: what each had before it at the end of a turn, late and off by chance"
    tools=${html`<${Choose} label="Show" value=${which} onChoose=${setWhich}
      options=${of.truth.slice(0, of.seats[0] ? of.seats[0].at_close[0].length : 0)
        .map((s, i) => [String(i), capital(s.name)])} />`}>
    <${Chart} more="timeline"
      label=${`${capital(one.name)}: true and as each seat saw it. The figures are in the table under the chart.`}
      make=${make} of=${JSON.stringify([k, of.dates.length, one.values, shade])} />
    <${Fold} title="The figures as a table">
      <${Table} label=${`${capital(one.name)} at the end of each turn: true and as seen`}
        head=${['End of turn', { text: 'True', n: true }, ...seen.map((x) => ({ text: x.seat, n: true }))]}
      rows=${ends.map((at, turn) => ({ key: turn,
        cells: [`${turn + 1}, ${date(of.turn_ends[turn])}`, say(one.values[at]),
          ...seen.map((x) => say(x.values[at]))] }))} /><//>
    ${of.marks.length > 0 &&
      html`<${Fold} title=${`Orders, injects and stages, one after another (${of.marks.length})`}>
        <ol class="marks">
          ${of.marks.map((m, i) => html`<li key=${i}><span class="sub">turn ${m.turn}, ${day(m.day)}</span>
      ${' '}<${Badge} kind=${m.kind === 'inject' ? 'warn' : m.kind === 'stage' ? 'bad' : ''}>${m.kind}<//> ${m.seat
        ? html`<b>${m.seat}</b>: ` : ''}${m.text}</li>`)}</ol><//>`}<//>`;
}
export const Heard = ({ of }) => html`<${Panel} id="heard" title="Who heard what"
  sub="of deadly events, to the end of the last turn"><${Table} label="How well each seat was told" more="cards"
  head=${['Seat', { text: 'Events', n: true }, { text: 'Heard of', n: true }, { text: 'Reports', n: true },
    { text: 'Of nothing', n: true }, { text: 'Wrong side', n: true }, { text: 'Told twice', n: true }]}
  rows=${of.map(({ seat, hearing: h }) => ({ key: seat,
    cells: [seat, count(h.events),
      html`${count(h.heard)} <span class="sub">${h.events ? percent(h.heard / h.events) : ''}</span>`, count(h.reports),
      count(h.false), count(h.wrong_side), count(h.repeated)] }))} /><//>`;

/// Reports of nothing, all of them, each seat's behind a line with their number.
export function OfNothing({ of }) {
  const seats = of.map((x) => ({ seat: x.seat, reports: x.reports.filter((r) => r.false) }))
    .filter((x) => x.reports.length);
  if (!seats.length) return null;
  const all = seats.reduce((sum, x) => sum + x.reports.length, 0);
  const row = (r, i) => ({ key: i, cells: [date(r.told), capital(r.source), reportText(r), count(r.dead)] });
  return html`<${Panel} id="of-nothing" title="Reports of nothing" more="wide"
    sub=${`${count(all)} in all: no event lies behind them`}>
    ${seats.map((x) => html`<${Fold} key=${x.seat} title=${`${x.seat} (${count(x.reports.length)})`}>
      <${Table} label=${`Reports of nothing that ${x.seat} got`} more="cards"
        head=${['Told', 'Source', 'Report', { text: 'Dead, as told', n: true }]}
        rows=${x.reports.map(row)} /><//>`)}<//>`;
}
export function Happened({ of }) {
  const [order, setOrder] = useState('dead'), [most, setMost] = useState(8);
  const events = order === 'dead' ? [...of.events].sort((a, b) => b.dead - a.dead)
    : order === 'unheard' ? of.events.filter((e) => !e.heard.length).sort((a, b) => b.dead - a.dead) : of.events;
  if (!of.events.length) return null;
  return html`<${Panel} id="happened" title="What happened, and why" more="wide"
    sub=${`${capital(count(of.events.length))} deadly events`}
    tools=${html`<${Choose} label="Show" value=${order} onChoose=${setOrder}
      options=${[['dead', 'the deadliest first'], ['time', 'in order of time'],
        ['unheard', 'what nobody heard of']]} />`}>
    <ol class="items grid">
      ${events.slice(0, most).map((e) => html`<li key=${e.event}><article class="item"><p>${e.told}</p>
      <p class="sub">${e.heard.length ? `Heard of by ${list(e.heard)}.` : 'Nobody heard of it.'}</p>
      ${(e.why.length > 0 || e.began.length > 0) &&
        html`<${Fold} title=${html`Why<span class="unseen">: ${day(e.day)}, ${e.place}</span>`}>
          <ul class="why">${e.why.map((w, i) => html`<li key=${i}>${capital(w)}.</li>`)}</ul>
          ${e.began.length > 0 && html`<p class="sub">It began with: ${e.began.join(' ')}</p>`}<//>`}</article></li>`)}
          </ol>
    ${events.length > most &&
      html`<button type="button"
        onClick=${() => setMost(most + 16)}>Show more: ${count(events.length - most)}</button>`}<//>`;
}
