// SPDX-License-Identifier: Apache-2.0
// Parts that several screens are made of.
import { html, useEffect, useRef, useState } from './standalone.module.js';

let last = 0;
export function useId(name) {
  const id = useRef(null);
  if (!id.current) id.current = `${name}-${++last}`;
  return id.current;
}
export const Panel = ({ title, id, sub, children, more = '', level = 2, tools }) => html`
  <section class=${'panel ' + more} aria-labelledby=${id}>
  <div class="panel-head">${level === 3 ? html`<h3 id=${id} tabindex="-1">${title}</h3>`
    : html`<h2 id=${id} tabindex="-1">${title}</h2>`}
  ${sub && html`<p class="sub">${sub}</p>`}${tools && html`<div class="tools">${tools}</div>`}</div>
  ${children}</section>`;
/// A table that scrolls by itself where it is too wide.
export const Table = ({ label, head, rows, more = '' }) => html`<div class="scroll" tabindex="0" role="region"
  aria-label=${label}><table class=${more}>
  <caption class="unseen">${label}</caption>
  <thead><tr>${head.map((h) => html`<th scope="col" class=${h.n ? 'n' : ''}>${h.text || h}</th>`)}</tr></thead>
  <tbody>${rows.map((row) => html`<tr key=${row.key} class=${row.more || ''}>${row.cells.map((cell, i) => i === 0
    ? html`<th scope="row">${cell}</th>`
      : html`<td class=${head[i].n ? 'n' : ''} data-label=${head[i].text || head[i]}>${cell}</td>`)}</tr>`)}</tbody>
      </table></div>`;
/// Columns side by side where there is room, each with its own panels.
export const Stacks = ({ of, more = '' }) => html`<div class=${'stacks ' + more}>
  ${of.filter((panels) => panels.some(Boolean))
    .map((panels, i) => html`<div key=${i} class="stack">${panels.filter(Boolean)}</div>`)}</div>`;
export const Empty = ({ children }) => html`<p class="empty">${children}</p>`;
export const Badge = ({ kind = '', children }) => html`<span class=${'badge ' + kind}>${children}</span>`;
export const Facts = ({ of }) => html`<dl class="facts">
  ${of.filter(Boolean).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
export function Fold({ title, open = false, children, more = '' }) {
  return html`<details class=${more} open=${open}><summary>${title}</summary>${children}</details>`;
}
/// A labelled box; `hint` is read with it.
export function Field({ label, hint, children, more = '' }) {
  return html`<label class=${'field ' + more}><span class="label">${label}</span>${children}
    ${hint && html`<span class="sub">${hint}</span>`}</label>`;
}
export const Choose = ({ label, value, options, onChoose, more = '' }) => html`<${Field} label=${label} more=${more}>
  <select value=${value} onChange=${(e) => onChoose(e.target.value)}>
    ${options.map(([v, text]) => html`<option value=${v} selected=${v === value}>${text}</option>`)}</select><//>`;
export const Check = ({ label, on, onChange, more = '', name }) => html`<label class=${'check ' + more}>
  <input type="checkbox" name=${name} checked=${on} onChange=${(e) => onChange(e.target.checked)} />
  <span>${label}</span></label>`;
/// Asks again before what cannot be taken back; the second button gets the focus.
export function Sure({ label, ask, yes, onYes, kind = '', disabled }) {
  const [asked, setAsked] = useState(false), second = useRef(null), first = useRef(null);
  useEffect(() => { if (asked && second.current) second.current.focus(); }, [asked]);
  if (!asked) return html`<button type="button" ref=${first} class=${kind} disabled=${disabled}
    onClick=${() => setAsked(true)}>${label}</button>`;
  return html`<span class="sure" role="group" aria-label=${typeof label === 'string' ? label : ask}><span>${ask}</span>
    <button type="button" ref=${second} class=${kind} onClick=${() => { setAsked(false); onYes(); }}>${yes}</button>
    <button type="button" class="quiet"
      onClick=${() => {
        setAsked(false);
        requestAnimationFrame(() => first.current && first.current.focus());
      }}>No</button></span>`;
}
/// How much is taken of what there is.
export function Meter({ label, free, all, say, cost = 0 }) {
  if (all === null) return html`<div class="meter"><p><span>${label}</span> <b>no limit</b></p></div>`;
  const share = all > 0 ? Math.max(0, Math.min(1, free / all)) : 0;
  return html`<div class="meter">
    <p><span>${label}</span> <b>${say(free)}</b> <span class="sub">left of ${say(all)}</span></p>
    <svg viewBox="0 0 100 4" preserveAspectRatio="none"
      aria-hidden="true"><rect class="all" width="100" height="4" />
        <rect class=${share < 0.15 ? 'left low' : 'left'} width=${100 * share} height="4" />
    ${cost > 0 &&
      html`<rect class="cost" x=${Math.max(0, 100 * (share - cost / all))}
        width=${Math.min(100 * share, 100 * cost / all)} height="4" />`}</svg></div>`;
}
export const Icon = ({ of }) => html`<svg class="icon" viewBox="0 0 24 24"
  aria-hidden="true"><path d=${icons[of]} /></svg>`;
const icons = {
  brief: 'M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7',
  situation: 'M9 4 3 6v14l6-2 6 2 6-2V4l-6 2zM9 4v14M15 6v14',
  orders: 'M4 5h16M4 12h16M4 19h10M18 17v5M15.500 19.500h5',
  team: 'M8 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2 20c0-4 3-6 6-6s6 2 6 6M16 11a3 3 0 1 0 0-6' +
    'M17 14c3 .500 5 2.500 5 6',
  control: 'M5 4v16M12 4v16M19 4v16M2.500 9h5M9.500 15h5M16.500 8h5',
  review: 'M3 20h18M6 17v-5M11 17V6M16 17v-8M21 17v-3'
};
