// SPDX-License-Identifier: Apache-2.0
// Puts the charts up.
if (window.echarts) {
  const tall = (id, height) => {
    const box = document.querySelector(`#${id} .live`);
    if (box) box.style.height = height + 'px';
  };
  const names = shown.map((o) => o.name);
  const redraw = (entry) => entry && entry.setOption(charts.find(([c]) => c === entry)[1](), true);
  const first = Math.max(0, data.shown.indexOf(data.best === data.baseline ? data.shown[1] : data.best));
  function choosable(id, label, make, more) {
    const state = { at: names.length > 1 ? first : 0 };
    const chart = live(id, label, make(state));
    if (!chart) return;
    if (names.length > 1) {
      chooser(id, 'Option', names, (i) => { state.at = i; redraw(chart); });
      document.querySelector(`#${id} select`).value = String(state.at);
    }
    if (more) more(state, chart);
  }
  if (data.baseline !== undefined) {
    tall('forest', Math.max(200, 96 + 44 * (data.drawn.length - 1)));
    live('forest', 'What each option changes, with intervals', forest);
    if (data.exceedance.deaths.length) {
      tall('exceedance', small() ? 300 : 320);
      live('exceedance', 'Share of futures with more civilian deaths than a number', exceedance);
    }
    live('plane', 'Extra cost over what is averted', plane);
    tall('aims', small() ? 3 * (26 * data.front.length + 64) + 10 : 26 * data.front.length + 80);
    live('aims', 'Deaths averted, displacement averted and extra cost by option', aims);
    if (data.matrix) {
      tall('heat', 50 + 30 * data.matrix.interventions.length);
      live('heat', 'What each intervention changes, by the stage at which it begins', heat);
    }
  }
  choosable('fan-deaths', 'Civilians killed over time', (s) => fan('deaths', s));
  choosable('fan-displaced', 'Displaced persons over time', (s) => fan('displaced', s));
  choosable('places', 'Map', map, (s, chart) => chooser('places', 'Show', mapShows.map((m) => m.name), (i) => { s.show = i; redraw(chart); }));
  choosable('stage-shares', 'Share of futures in each stage', stages, (s, chart) => chooser('stage-shares', 'Stage', ['true', 'as observed'], (i) => { s.observed = i === 1; redraw(chart); }));
  if (data.course) {
    const state = { t: data.course.frames.length - 1 };
    const chart = live('one-future', 'Map of one future', course(state));
    if (chart) {
      chooser('one-future', 'Rings', ['civilians killed', 'displaced persons'], (i) => { state.displaced = i === 1; redraw(chart); });
      slider('one-future', 'Date', data.course.dates, (i) => { state.t = i; redraw(chart); });
    }
  }
  addEventListener('resize', () => charts.forEach(([c, make]) => { c.resize(); c.setOption(make(), true); }));
}
