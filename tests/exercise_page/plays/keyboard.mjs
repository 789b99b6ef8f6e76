// SPDX-License-Identifier: Apache-2.0
// One seat that has no mouse: reads, orders, passes on, gets ready with the keyboard alone, in two turns.
import assert from 'node:assert/strict';
import { innocent, launch, look, play, said, seatsFile, serve, sit, tabTo, turnIs } from '../room.mjs';

const room = await serve(['--seats', seatsFile({ turns: 8 })]);
const browser = await launch();
const white = await sit(browser, room, 'White cell'), envoy = await sit(browser, room, 'Envoy');
await sit(browser, room, 'Media'); // who is not ready, so that turns wait
const press = async (...keys) => { for (const key of keys) await envoy.keyboard.press(key); };
const focused = () => envoy.evaluate(() => { const r = document.activeElement.getBoundingClientRect(), at = document.elementFromPoint(r.x + r.width / 2, r.y + Math.min(r.height / 2, 20)); return { inView: r.top >= 0 && r.bottom <= innerHeight + 1, uncovered: Boolean(at) && (document.activeElement.contains(at) || at.contains(document.activeElement)), outline: getComputedStyle(document.activeElement).outlineStyle }; });

await play([
  ['the way past the menu', async () => {
    await envoy.keyboard.press('Tab');
    assert.equal(await envoy.evaluate(() => document.activeElement.textContent), 'To the content');
    await press('Enter');
    assert.equal(await envoy.evaluate(() => document.activeElement.id), 'heading');
  }],
  ['to the orders, and a card is found with the key /', async () => {
    await envoy.evaluate(() => document.activeElement.blur());
    await tabTo(envoy, ['a', 'Orders']);
    await press('Enter');
    await envoy.locator('.room.orders').waitFor();
    await envoy.waitForFunction(() => document.activeElement.id === 'heading');
    await press('/');
    await envoy.keyboard.type('mediation');
    await envoy.locator('article.card h4', { hasText: 'Mediation' }).first().waitFor();
    await tabTo(envoy, ['button', '^Order Mediation']);
    await press('Enter');
    await envoy.waitForFunction(() => document.activeElement.tagName === 'SELECT');
    const at = await focused();
    assert.ok(at.inView && at.uncovered, 'what has the focus can be seen');
  }],
  ['the order is given, and focus stays with the card', async () => {
    await envoy.keyboard.type('Union');
    await tabTo(envoy, ['input', '^Heights Movement$']);
    await press('Space');
    await tabTo(envoy, ['button', '^Give the order$']);
    assert.notEqual((await focused()).outline, 'none');
    await press('Enter');
    await envoy.locator('article.card .note.good').waitFor();
    assert.match(await said(envoy), /^Mediation: taken/);
    await envoy.waitForFunction(() => /^Order Mediation/.test(document.activeElement.textContent));
    await look(envoy, 'orders-taken');
  }],
  ['ready, by the keyboard', async () => {
    await press('Home');
    await envoy.evaluate(() => document.activeElement.blur());
    await tabTo(envoy, ['button', '^We are ready$']);
    await press('Space');
    await envoy.locator('.top .ready[aria-pressed=true]').waitFor();
    await white.getByRole('button', { name: 'Close turn 1' }).first().click();
    await white.getByRole('button', { name: 'Close it all the same' }).click();
    await turnIs(envoy, 2);
    await envoy.waitForFunction(() => document.activeElement.id === 'heading');
  }],
  ['a place of the map is chosen in the list, and the inbox is read', async () => {
    await envoy.evaluate(() => document.activeElement.blur());
    await tabTo(envoy, ['a', 'Situation']);
    await press('Enter');
    await envoy.locator('.room.situation').waitFor();
    await tabTo(envoy, ['summary', '^Places as a list']);
    await press('Enter');
    await tabTo(envoy, ['button', '^Karvesh$']);
    await press('Enter');
    await envoy.locator('.place h3', { hasText: 'Karvesh' }).waitFor();
    await tabTo(envoy, ['select', '^From']);
  }],
  ['a note is written; a new turn does not take the pen away', async () => {
    await envoy.evaluate(() => document.activeElement.blur());
    await tabTo(envoy, ['a', 'Team']);
    await press('Enter');
    await envoy.locator('.room.team').waitFor();
    await tabTo(envoy, ['textarea', 'Note']);
    await envoy.keyboard.type('We hear of ');
    await white.getByRole('button', { name: 'Close turn 2' }).first().click();
    await white.getByRole('button', { name: 'Close it all the same' }).click();
    await turnIs(envoy, 3);
    await envoy.keyboard.type('lists in Drovel.');
    assert.equal(await envoy.locator('textarea').first().inputValue(), 'We hear of lists in Drovel.');
    await tabTo(envoy, ['button', '^Send$']);
    await press('Enter');
    await envoy.locator('.item', { hasText: 'We hear of lists in Drovel.' }).waitFor();
    innocent(white, envoy);
  }]
], async () => { await browser.close(); await room.stop(); });
