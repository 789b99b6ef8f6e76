// SPDX-License-Identifier: Apache-2.0
// Two drawings of the review that the page makes itself: a hundred futures as squares, and differences with their
// intervals.
import { html } from './standalone.module.js';
import { Badge } from './parts.js';
import { percent, signed } from './words.js';

/// A hundred squares: those that do better, your own place, those that do worse.
export function LuckStrip({ better, same, futures }) {
  const tied = futures ? same / futures : 0, n = Math.round(100 * better), m = Math.round(100 * (better - tied / 2)),
    w = Math.round(100 * (1 - better - tied / 2));
  const words = [`${m} do better`, ...(tied > 0 ? [`${100 - m - w} as well`] : []), `${w} do worse`];
  const caption =
    'A hundred such countries in order, best first, fifty a row. Yours stands where the filled squares end: ' +
    `at ${percent(better)}${tied > 0 ? ', in the middle of those that do as well' : ''}.`;
  return html`<figure class="luck"><p class="ends">${words.map((word) => html`<span key=${word}>${word}</span>`)}</p>
    <svg viewBox="0 0 500 20" role="img"
      aria-label=${`Of 100 futures with the same orders ${words.join(', ')} than yours.`}>
    ${Array.from({ length: 100 },
      (_, i) => html`<rect key=${i} class=${i < n ? 'better' : 'worse'} x=${(i % 50) * 10 + 0.75}
        y=${Math.floor(i / 50) * 10 + 0.75} width="8.500" height="8.500" rx="1.500" />`)}</svg>
    <figcaption class="sub">${caption}</figcaption></figure>`;
}

/// Rows of {title, difference {value, lo, hi}, told, minor}: below 0 is fewer, which is better or not.
export function Forest({ rows, unit, label, less = true }) {
  const good = (r) => (r.difference.value < 0) === less;
  const known = rows.filter((r) => r.difference && r.difference.value !== null),
    ends = known.flatMap((r) =>
      [r.difference.lo, r.difference.hi, r.difference.value].filter((v) =>
        v !== null && v !== undefined && Number.isFinite(v)));
  const most = Math.max(1e-9, ...ends.map(Math.abs)), x = (v) => 150 + 140 * Math.max(-1, Math.min(1, v / most));
  const verdict = (r) =>
    r.told ? html`<${Badge} kind=${good(r) ? 'good' : 'bad'}>
      ${good(r) ? '✓' : '✗'} ${r.difference.value < 0 ? 'fewer' : 'more'}<//>`
      : html`<${Badge}>cannot be told from chance<//>`;
  const caption =
    `Difference in ${unit}, with the interval that holds for all rows together. Left of the line is fewer.`;
  return html`<div class="scroll" tabindex="0" role="region"
    aria-label=${label}><table class="forest"><caption>${caption}</caption>
    <thead><tr><th scope="col">What</th><th scope="col" class="n">Difference</th>
      <th scope="col" class="bar">Interval</th><th scope="col">So</th></tr></thead>
    <tbody>${rows.map((r) => html`<tr key=${r.key}
      class=${(r.told ? 'told' : '') + (r.minor ? ' minor' : '')}><th scope="row">${r.title}</th>
      <td class="n"><b>${r.difference && r.difference.value !== null ? signed(r.difference.value) : '–'}</b><br />
        <span class="sub">${r.difference && r.difference.lo !== null && r.difference.lo !== undefined
          ? `${signed(r.difference.lo)} to ${signed(r.difference.hi)}` : 'no interval yet'}</span></td>
      <td class="bar">${r.difference && r.difference.value !== null &&
        html`<svg viewBox="0 0 300 24" preserveAspectRatio="none" aria-hidden="true"><path class="zero" d="M150 0V24" />
        ${r.difference.lo !== null && r.difference.lo !== undefined &&
          html`<path class=${'interval' + (r.told ? (good(r) ? ' good' : ' bad') : '')}
            d=${`M${x(r.difference.lo)} 12H${x(r.difference.hi)}`} />`}
        <path class=${'point' + (r.told ? (good(r) ? ' good' : ' bad') : '')} d=${`M${x(r.difference.value)} 5V19`} />
          </svg>`}</td>
      <td>${verdict(r)}</td></tr>`)}</tbody></table></div>`;
}
