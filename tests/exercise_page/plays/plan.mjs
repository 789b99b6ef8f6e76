// SPDX-License-Identifier: Apache-2.0
// `--plan`: one planner with every partner and no clock tries orders, goes back, tries others, and takes them along as an option.
import assert from 'node:assert/strict';
import { go, innocent, launch, look, order, play, seatsFile, serve, sit, turnIs } from '../room.mjs';

const room = await serve(['--plan', '--seats', seatsFile({ turns: 8 })]);
const browser = await launch();
const planner = await sit(browser, room, 'Planner', { width: 1920, height: 1080 });

await play([
  ['no clock, no team, every partner', async () => {
    assert.equal(await planner.locator('.clock').count(), 0);
    assert.equal(await planner.locator('nav a', { hasText: 'Team' }).count(), 0);
    await go(planner, 'orders');
    assert.ok(await planner.locator('article.card').count() > 30);
  }],
  ['what if: an order, a turn', async () => {
    await order(planner, 'Mediation', { partner: 'Union of the Western Shores', targets: ['Heights Movement'] });
    await planner.getByRole('button', { name: 'Close turn 1' }).first().click();
    await turnIs(planner, 2);
  }],
  ['back, and otherwise', async () => {
    await go(planner, 'control');
    await look(planner, 'plan-turns');
    await planner.getByRole('button', { name: 'Go back', exact: true }).click();
    await planner.getByRole('button', { name: 'Yes, go back' }).click();
    await turnIs(planner, 1);
    await go(planner, 'orders');
    assert.equal(await planner.locator('.given .item.order:not(.over)').count(), 0);
    await order(planner, 'Public statement', { partner: 'Assembly of States', targets: ['Hearth Guard'] });
    await planner.getByRole('button', { name: 'Close turn 1' }).first().click();
    await turnIs(planner, 2);
  }],
  ['the option', async () => {
    await go(planner, 'review');
    const [download] = await Promise.all([planner.waitForEvent('download'), planner.getByRole('link', { name: 'What was played, as an option' }).click()]);
    const stream = await download.createReadStream();
    let text = '';
    for await (const part of stream) text += part;
    assert.match(text, /public_statement/);
    assert.doesNotMatch(text, /mediation/);
    innocent(planner);
  }]
], async () => { await browser.close(); await room.stop(); });
