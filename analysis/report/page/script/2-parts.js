// SPDX-License-Identifier: Apache-2.0
// What the charts share.
const short = (v) => {
  const a = Math.abs(v);
  const say = (x, unit) => Number(x.toPrecision(3)).toLocaleString('en-GB') + unit;
  return a >= 1e9 ? say(v / 1e9, ' bn') : a >= 1e6 ? say(v / 1e6, ' M') : a >= 1e4 ? say(v / 1e3, ' k') : say(v, '');
};
// As the tables write them: whole from 100, three digits below; money in thousands, millions and billions.
const figure = (v) => v === null ? '–' : Math.abs(v) < 99.95 ? String(Number(v.toPrecision(3))) : Math.round(v).toLocaleString('en-GB');
const interval = (f, say = figure) => f.value === null ? '–' : f.lo === null || f.hi === null ? say(f.value) : `${say(f.value)} (${say(f.lo)} to ${say(f.hi)})`;
const share = (v) => v > 0.995 && v < 1 ? '> 99 %' : v > 0 && v < 0.005 ? '< 1 %' : Math.round(100 * v) + ' %';
const chance = (v) => share(Math.min(1 - 1e-9, Math.max(1e-9, v)));
const baseline = data.baseline === undefined ? '' : options[data.baseline].name === 'none' ? 'doing nothing' : '‘' + options[data.baseline].name + '’';
const safe = (text) => window.echarts.format.encodeHTML(String(text));
// An axis from 0 that ends on a tick: an end between two ticks gets a label that lies over theirs.
const upTo = (most) => {
  const power = 10 ** Math.floor(Math.log10(most / 5)), interval = [1, 2, 5, 10].map((m) => m * power).find((m) => m >= most / 5);
  return { max: Math.ceil(most / interval - 1e-9) * interval, interval };
};
const small = () => innerWidth < 600;

function live(id, label, make) {
  const figure = document.getElementById(id);
  if (!figure) return null;
  const box = figure.querySelector('.live');
  const still = figure.querySelector('.still');
  if (still) still.style.display = 'none';
  figure.classList.remove('only-live');
  box.hidden = false;
  const caption = figure.querySelector('figcaption'), words = caption.textContent;
  if (caption.dataset.live) {
    caption.textContent = caption.dataset.live;
    addEventListener('beforeprint', () => { caption.textContent = words; });
    addEventListener('afterprint', () => { caption.textContent = caption.dataset.live; });
  }
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
const dashes = (o) => o.dashes.length ? o.dashes : undefined;
const axis = (o) => Object.assign({ nameTextStyle: { color: '#4a5a64' }, axisLabel: { color: '#16222a', formatter: short, hideOverlap: true } }, o);
