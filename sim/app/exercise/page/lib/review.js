// SPDX-License-Identifier: Apache-2.0
// After the play: what was luck and what the orders did, never mixed; truth against what was seen; lessons; what can
// be taken along.
import { html, useState } from './standalone.module.js';
import { Chart, axisLabel, baseline, rules, tip } from './chart.js';
import { Forest, LuckStrip } from './bands.js';
import { Happened, Heard, OfNothing, Timeline } from './timeline.js';
import { Lessons } from './team.js';
import { act, isPlan } from './game.js';
import { Check, Choose, Empty, Field, Fold, Panel, Stacks, Table } from './parts.js';
import { download } from './server.js';
import { colour } from './theme.js';
import { capital, count, date, figure, percent, plain } from './words.js';

const outcomeTitles = { 'displaced:peak': 'displaced people at the peak', mass_killing: 'mass killing' };
const words = (name) => outcomeTitles[name] || plain(name);
const untilThen = 'The review opens when the white cell releases it. ' +
  'Until then: what would you have wanted to know, and when? Write it down.';

export function Review(s) {
  const { view, aar } = s, boss = view.me.white, result = aar && aar.result;
  if (!boss && !view.released) return html`<${Panel} id="not-yet" title="Not yet"><p>${untilThen}</p><//>
    <${Lessons} ...${s} />`;
  return html`<${Stacks} more="uneven"
    of=${[[boss && html`<${Ask} ...${s} />`, aar && aar.state !== 'none' && html`<${Progress} aar=${aar} />`],
      [result && html`<${Luck} of=${result} />`]]} />
    ${result && html`<${Skill} of=${result} /><${Fans} of=${result} shade=${s.shade} /><${Parts} of=${result} />`}
    ${aar && aar.timeline &&
      html`<${Timeline} of=${aar.timeline} shade=${s.shade} /><${Heard} of=${aar.timeline.seats} />
        <${OfNothing} of=${aar.timeline.seats} /><${Happened} of=${aar.timeline} />`}
    <${Stacks} of=${[[html`<${Lessons} ...${s} />`],
      [html`<${Exports} view=${view} boss=${boss} aar=${aar} online=${s.online} plan=${isPlan(s)} />`]]} />`;
}

function Ask({ view, aar, online, busy }) {
  const names = (list) =>
    list.map((x) => typeof x === 'string' ? [x, capital(words(x))] : [x.name, x.title || capital(words(x.name))]);
  const outcomes = names(view.white.outcomes), stored = names(view.white.options),
    [members, setMembers] = useState('500'), [outcome, setOutcome] = useState(outcomes[0] && outcomes[0][0]),
    [options, setOptions] = useState([]);
  const runs = aar && aar.state === 'running';
  const go = (event) => { event.preventDefault(); act('/api/aar', { members: Number(members), outcome, options },
    'The review is under way.'); };
  return html`<${Panel} id="ask" title="Ask for a review"
    sub="The same orders in other futures: what would have become of it?"><form onSubmit=${go}>
    <div class="row">
      <${Field} label="Futures"><input type="number" min="20" max="5000" required value=${members}
        onInput=${(e) => setMembers(e.target.value)} /><//>
      <${Choose} label="By" value=${outcome} onChoose=${setOutcome} options=${outcomes} /></div>
    ${stored.length > 0 &&
      html`<details><summary>Beside options of the scenario${options.length ? `: ${options.length}` : ''}</summary>
        <fieldset><legend class="unseen">Options</legend>
      ${stored.map(([n, t]) => html`<${Check} key=${n} label=${t} on=${options.includes(n)}
        onChange=${(on) => setOptions(on ? [...options, n] : options.filter((x) => x !== n))} />`)}</fieldset>
        </details>`}
    <p class="act"><button type="submit" class="main"
      disabled=${!online || busy === '/api/aar'}>
        ${runs ? 'Begin anew' : aar && aar.state === 'done' ? 'Ask again' : 'Begin the review'}</button>
      ${runs && html`<button type="button"
        onClick=${() => act('/api/aar/stop', {}, 'The review is stopped.')}>Stop</button>`}</p></form><//>`;
}
function Progress({ aar }) {
  const share = aar.members ? aar.done / aar.members : 0, state = aar.state;
  return html`<${Panel} id="progress"
    title=${state === 'running' ? 'Computing' : state === 'done' ? 'The review is done'
      : state === 'failed' ? 'The review failed' : 'The review was stopped'} more="progress-panel">
    <p class="big">
      ${count(aar.done)} <span class="sub">of ${count(aar.members)} futures${aar.seconds ? `, ${figure(aar.seconds)} s`
        : ''}</span></p>
    <progress max="1" value=${share} aria-label="Futures that are done">${percent(share)}</progress>
    ${aar.text && html`<p class="note bad">${capital(aar.text)}.</p>`}
    <p class="sub">Of ${words(aar.outcome)}, branch ${aar.branch}.${state === 'running'
      ? ' Figures below are of the futures so far, and will move.' : ''}</p><//>`;
}

/// The program's sentences, by what they are about.
function told(of) {
  const all = [...of.sentences], own = of.luck ? all.splice(0, 1) : [], skill = all.splice(0, of.skill.length);
  return { own, skill, parts: all };
}
function Luck({ of }) {
  const luck = of.luck, { own } = told(of);
  return html`<${Panel} id="luck" title="Luck" sub="same orders, same assumptions, other chance">
    ${luck ? html`<p class="headline">${own[0]}</p>
      <${LuckStrip} better=${luck.better} same=${luck.same || 0} futures=${luck.futures} />
      <p>In your world: <b>
        ${figure(luck.own)}</b> ${of.text}. On average over ${count(luck.futures)} futures with these orders: <b>
        ${figure(luck.mean)}</b>.</p>
      <p id="odds">${of.mass_killing.sentence}</p>` : html`<${Empty}>Not known yet.<//>`}<//>`;
}
const optionTitle = (c) => c.title || (c.option === 'none' ? 'Doing nothing' : capital(words(c.option)));
function Skill({ of }) {
  const rows = of.skill.map((c) => ({ key: c.option, title: `Your orders, against ${optionTitle(c).replace(/^D/, 'd')}`,
    ...c }));
  return html`<${Panel} id="skill" title="Skill"
    sub="other luck and other assumptions too; what your orders change on average">
    <${Sentences} of=${told(of).skill} />
    <${Forest} rows=${rows} unit=${of.text} less=${of.less_is_better} label="What your orders change, with intervals" />
      <//>`;
}
function Parts({ of }) {
  const rows = of.orders.flatMap((o) => {
    const title = `${o.title}, ${o.seat}, turn ${o.turn}`;
    return [{ key: o.action, title, ...o.added }].concat(o.earlier
      ? [{ key: `${o.action}-earlier`, title: `${title}: four weeks earlier`, minor: true, ...o.earlier }] : []);
  });
  return html`<${Panel} id="parts" title="Each order's part" more="wide"
    sub="with the order, less without it; and what four weeks earlier would have changed">
    <${Sentences} of=${told(of).parts} />
    ${rows.length
      ? html`<${Forest} rows=${rows} unit=${of.text} less=${of.less_is_better}
        label="What each order changes, with intervals" />` : html`<${Empty}>Nothing was ordered.<//>`}<//>`;
}
/// Your course among the futures, step by step.
function Fans({ of, shade }) {
  const course = of.course, [which, setWhich] = useState('0');
  if (!course || !course.fans.length || course.dates.length < 2) return null;
  const title = (f) => f.same_assumptions ? 'your orders, same assumptions, other luck'
    : f.option === 'played' ? 'your orders, other luck and assumptions'
      : `${optionTitle(f).toLowerCase()}, other luck and assumptions`;
  const fan = course.fans[Number(which)] || course.fans[0], [low, , middle, , high] = fan.quantiles,
    every = Math.max(1, Math.ceil(course.dates.length / 18));
  const own = course.dates.map((_, i) => i < course.own.length ? course.own[i] : null), band = (a, b, opacity, i) => [
    { type: 'line', data: a, stack: `band${i}`, symbol: 'none', lineStyle: { opacity: 0 }, silent: true },
    { type: 'line', data: b.map((v, n) => v - a[n]), stack: `band${i}`, symbol: 'none', lineStyle: { opacity: 0 },
      areaStyle: { color: colour('accent'), opacity }, silent: true }];
  const over = (n) => [date(course.dates[n]), `yours <b>${figure(own[n])}</b>`,
    `half of the futures ${figure(fan.quantiles[1][n])} to ${figure(fan.quantiles[3][n])}`,
    `nine of ten ${figure(low[n])} to ${figure(high[n])}`].join('<br>');
  const make = (box, size) => ({
    grid: { left: 8, right: 16, top: 12, bottom: 8, containLabel: true },
    tooltip: { ...tip(), trigger: 'axis', formatter: (p) => over(p[0].dataIndex) },
    xAxis: { type: 'category', boundaryGap: false, data: course.dates, ...baseline(),
      axisLabel: axisLabel(size, { formatter: (d) => date(d).replace(/^\d+ /, ''), showMinLabel: false,
        showMaxLabel: false }) },
    yAxis: { type: 'value', splitNumber: 4, ...rules(), axisLabel: axisLabel(size, { formatter: (v) => count(v) }) },
    series: [...band(low, high, 0.16, 1), ...band(fan.quantiles[1], fan.quantiles[3], 0.26, 2),
      { type: 'line', data: middle, symbol: 'none', lineStyle: { color: colour('accent'), width: 2, type: 'dashed' } },
      { type: 'line', data: own, symbol: 'none', lineStyle: { color: colour('ink'), width: 3 } }]
  });
  const sub = `${of.course.text}: yours as a full line, the middle future dashed; ` +
    'half of the futures lie in the dark band, nine of ten in the light one';
  const label = `${course.text} over time: yours among ${count(of.members)} futures. ` +
    'The figures are in the table under the chart.';
  return html`<${Panel} id="fans" title="Your course among the futures" more="wide" sub=${sub}
    tools=${html`<${Choose} label="Futures of" value=${which} onChoose=${setWhich}
      options=${course.fans.map((f, i) => [String(i), title(f)])} />`}>
    <${Chart} more="timeline" label=${label} make=${make}
      of=${JSON.stringify([which, of.members, course.own, shade])} />
    <${Fold} title="The figures as a table"><${Table} label=${`${course.text} among futures`}
      head=${['Until', { text: 'Yours', n: true },
        ...['5 %', '25 %', '50 %', '75 %', '95 %'].map((text) => ({ text, n: true }))]}
        rows=${course.dates.map((d, i) => [d, i]).filter(([, i]) => i % every === 0 || i === course.dates.length - 1)
          .map(([d, i]) => ({ key: d, cells: [date(d), figure(own[i]),
            ...fan.quantiles.map((q) => figure(q[i]))] }))} /><//><//>`;
}
const Sentences = ({ of }) =>
  of.length > 0 &&
  html`<ul class="sentences">
    ${of.map((x, i) => html`<li key=${i} class=${/cannot be told/.test(x) ? 'open' : ''}>${x}</li>`)}</ul>`;

function Exports({ view, boss, aar, online, plan }) {
  const files = [aar && aar.result && ['report', 'The review as one page', 'HTML that loads nothing: mail it, keep it'],
    ['option', 'What was played, as an option', 'TOML for options/ of the scenario; compare takes it'],
    ['lessons', 'Lessons', 'CSV'], boss && ['msel', 'The list of injects, with what became of them', 'CSV'],
    boss && ['journal', 'The journal', 'JSON Lines: all that anybody did']].filter(Boolean);
  return html`<${Panel} id="exports" title="To take along">
    <ul class="plain files">
      ${files.map(([what, title, sub]) => html`<li key=${what}><a href=${download(what)} download>${title}</a><br />
        <span class="sub">${sub}</span></li>`)}</ul>
    ${boss && !plan &&
      html`<p class="act"><button type="button" class=${view.released ? '' : 'main'} aria-pressed=${view.released}
        disabled=${!online}
        onClick=${() => act('/api/release', { released: !view.released },
          (a) => a.released ? 'Seats see the review now.' : 'Seats do not see the review any more.')}>
          ${view.released ? 'Take the review back from seats' : 'Show the review to all seats'}</button></p>
      <p class="sub">The review says what is true. Seats see it only while it is released.</p>`}<//>`;
}
