// SPDX-License-Identifier: Apache-2.0
// Two tabs of one seat, a reload in mid-turn, five seconds without a connection, a server that comes back, a link that was replaced.
import assert from 'node:assert/strict';
import { go, innocent, launch, look, order, play, said, seatsFile, serve, sit, turnIs } from '../room.mjs';

let room = await serve(['--seats', seatsFile({ turns: 8 })]);
const browser = await launch();
const white = await sit(browser, room, 'White cell'), envoy = await sit(browser, room, 'Envoy');
await sit(browser, room, 'Media'); // who is not ready, so that turns wait
const second = await sit(browser, room, null, { context: envoy.context() });
const close = async (turn) => {
  await white.getByRole('button', { name: `Close turn ${turn}` }).first().click();
  await white.getByRole('button', { name: 'Close it all the same' }).click();
  await turnIs(white, turn + 1);
};
const standing = async (page) => { await go(page, 'orders'); return page.locator('.given .item.order:not(.over)').count(); };

await play([
  ['a second tab of the seat shows the same', async () => {
    await second.goto(room.origin + '/');
    await second.locator('nav a').first().waitFor();
    assert.equal(await second.locator('.seat').textContent(), 'Envoy');
    await go(envoy, 'orders');
    await order(envoy, 'Mediation', { partner: 'Union of the Western Shores', targets: ['Heights Movement'] });
    assert.equal(await standing(second), 1);
  }],
  ['an order for a turn that is over is told and harmless', async () => {
    // The second tab hears nothing of the new turn: what it asks for and what it listens to is held up.
    await second.route('**/api/view*', (route) => route.abort());
    await second.evaluate(() => window.dispatchEvent(new Event('offline')));
    await second.route('**/api/events*', (route) => route.abort());
    await go(second, 'orders');
    const card = second.locator('article.card', { has: second.getByRole('heading', { name: 'Public statement', exact: true }) });
    await card.getByRole('button', { name: /^Order/ }).click();
    await close(1);
    await turnIs(envoy, 2);
    await turnIs(second, 1);
    const stale = await second.evaluate(async () => {
      const answer = await fetch('/api/orders?as=' + sessionStorage.getItem('as'), { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ id: 'a'.repeat(32), expects: { branch: 'b1', turn: 1 }, intervention: 'public_statement', partner: 'Union of the Western Shores', targets: ['Hearth Guard'], start: 1, stop: 0, scale: 1 }) });
      return [answer.status, (await answer.json()).code];
    });
    assert.deepEqual(stale, [409, 'stale_turn']);
    await second.unroute('**/api/view*');
    await second.unroute('**/api/events*');
    await second.evaluate(() => window.dispatchEvent(new Event('online')));
    await turnIs(second, 2);
    assert.equal(await standing(envoy), 1);
  }],
  ['the page itself says so at the card', async () => {
    await go(second, 'orders');
    // Everything is well but for the view: the page still believes in turn 2.
    await second.route('**/api/view*', (route) => route.fulfill({ status: 304 }));
    await close(2);
    await turnIs(envoy, 3);
    const card = await order(second, 'Public statement', { partner: 'Union of the Western Shores', targets: ['Hearth Guard'] });
    assert.match(await card.locator('.note.bad').textContent(), /[Tt]urn 3 .*is open/);
    await second.unroute('**/api/view*');
    await second.reload();
    await turnIs(second, 3);
    assert.equal(await standing(envoy), 1);
  }],
  ['a reload in mid-turn finds everything as it was', async () => {
    await go(envoy, 'orders');
    const before = await envoy.locator('.given').textContent();
    await envoy.getByRole('button', { name: 'We are ready' }).click();
    await envoy.getByRole('button', { name: 'Ready', exact: false }).and(envoy.locator('[aria-pressed=true]')).waitFor();
    await envoy.reload();
    await envoy.locator('.room.orders').waitFor();
    assert.equal(await envoy.locator('.given').textContent(), before);
    assert.equal(await envoy.locator('.top .ready').getAttribute('aria-pressed'), 'true');
    assert.match(envoy.url(), /#orders$/);
  }],
  ['five seconds without a connection: told, nothing lost, caught up', async () => {
    await go(envoy, 'orders');
    await envoy.context().setOffline(true);
    await envoy.getByText('No connection.').waitFor();
    assert.ok(await envoy.locator('.top .ready').isDisabled());
    await look(envoy, 'offline');
    await close(3);
    await envoy.waitForTimeout(5000);
    await turnIs(envoy, 3);
    await envoy.context().setOffline(false);
    await turnIs(envoy, 4);
    await envoy.getByText('No connection.').waitFor({ state: 'detached' });
    assert.match(await said(envoy), /^Turn 4\. /);
  }],
  ['the server comes back with the same session, links and turn', async () => {
    const port = new URL(room.origin).port;
    await room.stop();
    await envoy.getByText('No connection.').waitFor();
    room = await serve(['--seats', seatsFile({ turns: 8 })], 'journal.jsonl', port);
    await envoy.getByText('No connection.').waitFor({ state: 'detached' });
    await turnIs(envoy, 4);
    assert.equal(await standing(envoy), 1);
  }],
  ['a new link puts the old one out', async () => {
    await white.reload();
    await white.locator('nav a').first().waitFor();
    await go(white, 'control');
    const row = white.locator('.table-of li', { hasText: 'Envoy' });
    await row.getByRole('button', { name: /New link/ }).click();
    await row.getByRole('button', { name: 'Yes', exact: true }).click();
    const link = await white.locator('.note code').textContent();
    await envoy.getByRole('heading', { name: 'Join the exercise' }).waitFor();
    await look(envoy, 'join');
    await envoy.getByLabel('Link or token').fill('not-a-token');
    await envoy.getByRole('button', { name: 'Join' }).click();
    await envoy.locator('[role=alert]').waitFor();
    await envoy.getByLabel('Link or token').fill(link);
    await envoy.getByRole('button', { name: 'Join' }).click();
    await turnIs(envoy, 4);
    innocent(white, envoy);
  }]
], async () => { await browser.close(); await room.stop(); });
