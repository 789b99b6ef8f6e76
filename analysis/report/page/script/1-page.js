// SPDX-License-Identifier: Apache-2.0
'use strict';
// Contents, folds, and interactive charts over the still drawings where the chart library is in the page. Nothing here is
// needed to read the page: every figure is in a table. The files of this folder are one script, in the order of their names.
const data = JSON.parse(document.getElementById('data').textContent);
const options = data.options;
const shown = data.shown.map((o) => options[o]);
const charts = [];

// Contents from the headings.
const nav = document.querySelector('nav');
for (const h of document.querySelectorAll('main h2')) {
  const a = document.createElement('a');
  a.href = '#' + h.parentElement.id;
  a.textContent = h.textContent;
  nav.append(a);
}
// Long tables are folded on a screen and open on paper, but for the longest: those go there as the reader leaves them.
const folds = [...document.querySelectorAll('details')];
folds.forEach((d) => { d.open = false; });
let opened = [];
addEventListener('beforeprint', () => {
  opened = folds.filter((d) => !d.open && !d.classList.contains('longest'));
  opened.forEach((d) => { d.open = true; });
});
addEventListener('afterprint', () => opened.forEach((d) => { d.open = false; }));
