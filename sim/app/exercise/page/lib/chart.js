// SPDX-License-Identifier: Apache-2.0
// Charts and maps are drawn on a canvas by the chart library, which is fetched when the first is shown. Each stands
// beside a table with the same figures, which its label names.
import { html, useEffect, useRef } from './standalone.module.js';
import { colour } from './theme.js';

let fetched = null;
function library() {
  fetched = fetched || new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = '/lib/echarts.min.js';
    script.onload = () => done(window.echarts);
    script.onerror = () => { fetched = null; failed(new Error('the chart library did not come')); };
    document.head.append(script);
  });
  return fetched;
}
export const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
/// `make(box)`: an option of ECharts, made anew when `of` is not what it was. `onClick`: of a data item.
export function Chart({ label, of, make, more = '', onClick }) {
  const box = useRef(null), chart = useRef(null), latest = useRef(null);
  latest.current = { make, onClick };
  const draw = () => {
    if (!chart.current) return;
    const size = parseFloat(getComputedStyle(document.documentElement).fontSize);
    chart.current.setOption({ animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily,
      fontSize: 0.9 * size, color: colour('ink') }, ...latest.current.make(box.current, size) }, { notMerge: true });
  };
  useEffect(() => {
    let gone = false, watch = null;
    library().then((echarts) => {
      if (gone) return;
      chart.current = echarts.init(box.current, null, { renderer: 'canvas' });
      chart.current.on('click', (p) => latest.current.onClick && latest.current.onClick(p));
      draw();
      watch = new ResizeObserver(() => { chart.current.resize(); draw(); });
      watch.observe(box.current);
    }, () => {
      if (!gone) box.current.textContent = 'The drawing could not be fetched. The figures are in the table.';
    });
    return () => {
      gone = true;
      if (watch) watch.disconnect();
      if (chart.current) chart.current.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(draw, [of]);
  return html`<div class=${'chart ' + more} ref=${box} role="img" aria-label=${label}></div>`;
}
/// Labels of an axis, and rules across the drawing, in the page's own size.
export const axisLabel = (size, more = {}) => ({ color: colour('soft'), fontSize: 0.9 * size, hideOverlap: true,
  ...more });
export const rules = () => ({ splitLine: { lineStyle: { color: colour('line') } } });
export const baseline = () => ({ axisTick: { show: false }, axisLine: { lineStyle: { color: colour('line') } } });
export const safe = (text) => window.echarts.format.encodeHTML(String(text));
export const tip = () => ({ confine: true, backgroundColor: colour('paper'), borderColor: colour('line'),
  textStyle: { color: colour('ink'), fontSize: 0.9 * parseFloat(getComputedStyle(document.documentElement).fontSize) },
  extraCssText: 'max-width:320px;white-space:normal' });

/// A small line without axes, for a tile: drawn as the page itself is.
export function Spark({ values, most }) {
  const known = values.filter((v) => v !== null);
  if (known.length < 2) return null;
  const top = Math.max(most || 0, ...known) || 1, step = 100 / (values.length - 1);
  const points = values.map((v, i) => `${(i * step).toFixed(1)},${(27 - 24 * v / top).toFixed(1)}`);
  return html`<svg class="spark" viewBox="0 0 100 30" preserveAspectRatio="none"
    aria-hidden="true"><path class="ground" d=${`M0,30 L${points.join(' L')} L100,30 Z`} />
      <path d=${`M${points.join(' L')}`} /></svg>`;
}
