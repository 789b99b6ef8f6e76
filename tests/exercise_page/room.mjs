// SPDX-License-Identifier: Apache-2.0
// A room to play in: the program's server, a browser with a window for everybody, and what every page is held to.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const need = (name) => process.env[name] || assert.fail(`${name} is not set: run test_play.py`);
const { chromium } = createRequire(import.meta.url)(need('PLAYWRIGHT'));
const source = need('FORESTALL_SOURCE'), axe = fs.readFileSync(path.join(source, 'tests/page/vendor/axe.min.js'), 'utf8');
const shots = process.env.FORESTALL_SHOTS;
const sitting = [], refusals = [];
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

export const box = fs.mkdtempSync(path.join(os.tmpdir(), 'forestall-room-'));
export const scenario = path.join(source, 'scenarios/orimand');
/// The scenario's exercise with other values: {turns: 8}.
export function seatsFile(change) {
  let text = fs.readFileSync(path.join(scenario, 'exercise.toml'), 'utf8');
  for (const [key, value] of Object.entries(change)) {
    const line = new RegExp(`^${key} = \\S+`, 'm');
    assert.match(text, line);
    text = text.replace(line, `${key} = ${value}`);
  }
  const file = path.join(box, `${Object.keys(change).join('-')}.toml`);
  fs.writeFileSync(file, text);
  return file;
}

/// Starts the server; {links: {name: link}, origin, stop, port}.
export async function serve(args, journal = 'journal.jsonl', port = 0) {
  const program = spawn(need('FORESTALL'), ['exercise', scenario, '--journal', path.join(box, journal), '--port', String(port), '--json', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '', err = '';
  program.stderr.on('data', (b) => { err += b; });
  const told = await new Promise((done, failed) => {
    const patience = setTimeout(() => failed(new Error(`no links within 60 s: ${out}${err}`)), 60000);
    program.on('exit', (code) => failed(new Error(`the server ended with ${code}: ${out}${err}`)));
    program.stdout.on('data', (b) => {
      out += b;
      try { const json = JSON.parse(out); clearTimeout(patience); done(json); } catch { /* not whole yet */ }
    });
  });
  const links = Object.fromEntries(told.links.map((l) => [l.name, l.link]));
  const stop = () => new Promise((done) => { program.removeAllListeners('exit'); program.on('exit', done); program.kill('SIGTERM'); });
  return { links, told, origin: `http://127.0.0.1:${told.port}`, stop, errors: () => err };
}

export const launch = () => chromium.launch({ executablePath: need('CHROMIUM'), args: os.userInfo().uid === 0 ? ['--no-sandbox'] : [] });

/// While the page is being written: FORESTALL_PAGE names its folder, and its files stand in for those in the program.
async function fromDisk(context, room) {
  const folder = process.env.FORESTALL_PAGE;
  if (!folder) return;
  const types = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };
  await context.route((url) => url.origin === room.origin && !url.pathname.startsWith('/api/'), async (route) => {
    const name = new URL(route.request().url()).pathname, file = ['index.html', name.slice(1), `vendor/${path.basename(name)}`].slice(name === '/' ? 0 : 1).map((n) => path.join(folder, n)).find((n) => fs.existsSync(n));
    if (!file) return route.continue();
    const policy = (await (await route.fetch({ url: room.origin + '/' })).headers())['content-security-policy'];
    return route.fulfill({ body: fs.readFileSync(file), contentType: types[file.split('.').pop()], headers: { 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' } });
  });
}
/// A window of its own for a player. `faults` gets whatever a page may not do: requests elsewhere, errors, refused scripts.
export async function sit(browser, room, name, { width = 1440, height = 900, context = null } = {}) {
  const own = context || await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', colorScheme: 'light' });
  own.setDefaultTimeout(60000);
  if (!context) await fromDisk(own, room);
  const page = await own.newPage(), faults = [];
  sitting.push(page);
  page.on('request', (r) => { if (!r.url().startsWith(room.origin + '/') && !r.url().startsWith('data:')) faults.push(`request to ${r.url()}`); });
  page.on('response', (r) => { if (r.status() >= 400) r.text().then((t) => refusals.push(`${name} ${r.request().method()} ${r.url()} ${r.status()} ${t.slice(0, 300)}`), () => 0); });
  page.on('pageerror', (e) => faults.push(`error: ${e.message}`));
  page.on('console', (m) => { if (m.type() === 'error' && !/Failed to load resource/.test(m.text())) faults.push(`console: ${m.text()}`); });
  if (name) {
    await page.goto(room.links[name]);
    await page.locator('nav a').first().waitFor();
    assert.ok(!page.url().includes('join='), 'the token stays in the address bar');
  }
  return Object.assign(page, { faults, player: name });
}
export const go = async (page, screen) => {
  await page.locator(`nav a[href="#${screen}"]`).click();
  await page.locator(`.room.${screen} h1`).waitFor();
};
export const turnIs = (page, turn) => page.locator('.top .turn .big', { hasText: new RegExp(`^Turn ${turn}\\b`) }).waitFor();
export const said = (page) => page.locator('#said').textContent();

/// Nothing that axe-core knows of, nothing that sticks out, in light and dark; with a picture where somebody wants to look.
export async function look(page, name) {
  const { width } = page.viewportSize();
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(150);
    await page.evaluate(`${axe};0`);
    const found = await page.evaluate((only) => window.axe.run({ runOnly: only, resultTypes: ['violations'], preload: false }).then((r) => r.violations.map((v) => [v.id, v.impact, v.nodes.slice(0, 3).map((n) => `${n.html.slice(0, 160)} ${n.failureSummary.slice(0, 300)}`)])), rules);
    assert.equal(found.length, 0, `${name}, ${colorScheme}, ${width}: ${JSON.stringify(found, null, 1)}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width, `${name}: wider than ${width}`);
    if (shots) {
      fs.mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: path.join(shots, `${name}-${width}-${colorScheme}.png`) });
      await page.screenshot({ path: path.join(shots, `${name}-${width}-${colorScheme}-whole.png`), fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}
/// Every button, link, field and box to tick can be hit with a finger: 44 pixels, or 24 of a link in a line of text.
export async function targets(page, name) {
  const small = await page.evaluate(() => [...document.querySelectorAll('button, nav a, select, input:not([type=checkbox]):not([type=radio]), .check, summary, textarea')].filter((e) => e.checkVisibility()).map((e) => [e.getBoundingClientRect(), e.outerHTML.slice(0, 120)]).filter(([r]) => r.width > 0 && (r.height < 43.5 || r.width < 43.5)).map(([r, html]) => `${Math.round(r.width)} x ${Math.round(r.height)}: ${html}`));
  assert.deepEqual(small, [], name);
}
/// Planted: what `look` and `sit` must notice.
export async function noticesFaults(page) {
  await page.evaluate(() => { const p = document.createElement('p'); p.id = 'planted'; p.style.color = '#b8b8b8'; p.textContent = 'faint'; document.querySelector('main').append(p); });
  await assert.rejects(look(page, 'planted'), /color-contrast/);
  await page.evaluate(() => document.getElementById('planted').remove());
  const before = page.faults.length;
  await page.evaluate(() => fetch('http://127.0.0.1:9/elsewhere').catch(() => 0));
  assert.ok(page.faults.length > before, 'a request to elsewhere was not noticed');
  page.faults.length = before;
}
export const innocent = (...pages) => { for (const page of pages) assert.deepEqual(page.faults, [], page.player || 'page'); };

/// Opens the form of a card and fills it in.
export async function order(page, title, { partner, targets: named = [], size, start } = {}) {
  const card = page.locator('article.card', { has: page.getByRole('heading', { name: title, exact: true }) });
  if (!await card.locator('form').isVisible()) await card.getByRole('button', { name: /^Order/ }).click();
  const form = card.locator('form');
  if (partner) await form.getByLabel('Led by').selectOption(partner);
  for (const target of named) await form.getByRole('checkbox', { name: target, exact: true }).check();
  if (size) await form.getByLabel('Size').fill(String(size));
  if (start) await form.getByLabel('Begins').selectOption(String(start));
  await form.getByRole('button', { name: 'Give the order' }).click();
  await card.locator('.note').waitFor();
  return card;
}
/// Presses Tab until something has the focus; fails if it cannot be reached.
export async function tabTo(page, want, most = 400) {
  for (let i = 0; i < most; ++i) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(([role, name]) => {
      const e = document.activeElement;
      const own = (e.getAttribute('aria-label') || (e.labels && e.labels[0] && e.labels[0].textContent) || e.textContent || '').trim();
      return e.tagName.toLowerCase() === role && new RegExp(name).test(own);
    }, want)) return;
  }
  assert.fail(`Tab does not come to ${want.join(' ')}`);
}
/// Runs steps in order with their names; closes everything; tells the time of each.
export async function play(steps, close) {
  try {
    for (const [name, step] of steps) {
      const began = Date.now();
      try { await step(); } catch (problem) {
        console.log(refusals.slice(-5).join('\n'));
        if (shots) for (const [i, page] of sitting.entries()) await page.screenshot({ path: path.join(shots, `failed-${i}.png`) }).catch(() => 0);
        throw new Error(`${name}: ${problem.message}`, { cause: problem });
      }
      console.log(`${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
    }
  } finally {
    await close();
    fs.rmSync(box, { recursive: true, force: true });
  }
}
