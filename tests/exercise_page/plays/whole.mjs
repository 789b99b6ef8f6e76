// SPDX-License-Identifier: Apache-2.0
// A whole exercise: a facilitator and four seats, eight turns, injects, an order refused with its reason, the white cell's word
// against it, notes, a rewind that shows what was shown then, the review, exports. One seat has a telephone.
import assert from 'node:assert/strict';
import { go, innocent, launch, look, noticesFaults, order, play, said, seatsFile, serve, sit, targets, turnIs } from '../room.mjs';

const room = await serve(['--seats', seatsFile({ turns: 8, review_members: 40 })]);
const browser = await launch();
const white = await sit(browser, room, 'White cell', { width: 1920, height: 1080 }), desk = await sit(browser, room, 'Kestrane desk', { width: 1920, height: 1080 });
const envoy = await sit(browser, room, 'Envoy'), mission = await sit(browser, room, 'Assembly mission'), relief = await sit(browser, room, 'Relief and rights', { width: 390, height: 844 });
const seats = [desk, envoy, mission, relief], all = [white, ...seats];
const close = async (turn) => {
  await go(white, 'control');
  await white.getByRole('button', { name: `Close turn ${turn}` }).first().click();
  const yes = white.getByRole('button', { name: 'Close it all the same' });
  if (await yes.isVisible()) await yes.click();
  for (const page of all) if (turn < 8) await turnIs(page, turn + 1);
};
/// What a seat has before it: figures, and how much has come in.
const seen = async (page) => {
  await go(page, 'situation');
  return { tiles: await page.locator('.tile .big').allTextContents(), came: await page.locator('.tile .sub').allTextContents(), inbox: await page.locator('.inbox > .panel-head .sub').textContent(), first: await page.locator('.inbox .item').first().textContent() };
};
let atThree;

await play([
  ['the brief says who one is', async () => {
    for (const page of seats) assert.equal(await page.locator('#you').textContent(), page.player);
    assert.match(await envoy.locator('.briefing').textContent(), /Union's envoy/);
    await go(white, 'team');
    assert.equal(await white.locator('.table-of li').count(), 5);
    await look(desk, 'brief');
    await look(relief, 'brief');
    await noticesFaults(desk);
  }],
  ['turn 1: orders, one of them refused with its reason at the card', async () => {
    for (const page of seats) await go(page, 'orders');
    let card = await order(envoy, 'Mediation', { partner: 'Union of the Western Shores', targets: ['Heights Movement'] });
    assert.match(await card.locator('.note').textContent(), /Taken.*Needs consent|Taken.*consent/i);
    card = await order(mission, 'Safe zone', { targets: ['Karvesh'], size: 10 });
    assert.match(await card.locator('.note.bad').textContent(), /Refused.*[Ss]hort of [\d.]+ (M|bn) USD/);
    assert.match(await mission.locator('#said').textContent(), /short of/i);
    card = await order(mission, 'Unarmed observers', { targets: ['Karvesh', 'Drovel'] });
    assert.match(await card.locator('.note.good').textContent(), /arrives in turn/);
    await order(relief, 'Human-rights monitoring', { partner: 'Ombrel Witness' });
    await order(desk, 'Early warning and embassy reporting');
    assert.equal(await mission.locator('.given .item.refused').count(), 1);
    await look(mission, 'orders-refused');
    await look(relief, 'orders');
    await targets(relief, 'orders at 390');
  }],
  ['all are ready: the turn closes by itself, is told, and focus is on the heading', async () => {
    for (const page of seats) await page.getByRole('button', { name: 'We are ready' }).click();
    await go(white, 'situation');
    await white.getByLabel('Look as').selectOption('Media');
    await white.getByRole('button', { name: 'We are ready' }).click();
    for (const page of all) await turnIs(page, 2);
    for (const page of seats) {
      assert.match(await said(page), /^Turn 2\. /);
      assert.equal(await page.evaluate(() => document.activeElement.id), 'heading');
    }
    await white.getByLabel('Look as').selectOption('');
  }],
  ['turn 2: injects come and are fired; a message reaches who it is for', async () => {
    await go(envoy, 'situation');
    const before = await envoy.locator('.item.message').count();
    await go(white, 'control');
    await white.locator('#basket').waitFor();
    const row = white.locator('table tr', { hasText: '7. Tesmarra denies' });
    await row.getByRole('button', { name: /Fire/ }).click();
    await envoy.locator('.item.message.new', { hasText: 'Tesmarra denies' }).waitFor();
    assert.equal(await envoy.locator('.item.message').count(), before + 1);
    await go(mission, 'situation');
    assert.equal(await mission.locator('.item.message', { hasText: 'Tesmarra denies' }).count(), 0);
    await close(2);
  }],
  ['turn 3: a report is passed on as it was told; figures are remembered', async () => {
    await go(envoy, 'situation');
    const report = envoy.locator('.item.report').first(), words = (await report.locator('p').nth(1).textContent()).split(':')[0];
    await report.getByRole('button', { name: /Pass on/ }).click();
    await report.getByRole('checkbox', { name: 'Kestrane desk' }).check();
    await report.getByLabel(/What you make of it/).fill('Ours says otherwise. <b>Yours?</b>');
    await report.getByRole('button', { name: 'Pass on', exact: true }).click();
    await go(desk, 'team');
    const note = desk.locator('.item.new', { hasText: 'Ours says otherwise. <b>Yours?</b>' });
    await note.waitFor();
    assert.ok((await note.locator('blockquote').textContent()).includes(words), 'the report is as it was told');
    atThree = { envoy: await seen(envoy), relief: await seen(relief) };
    await look(envoy, 'situation-early');
    await look(desk, 'team');
    await go(envoy, 'team');
    await envoy.getByRole('button', { name: 'Write down a lesson …' }).click();
    await envoy.getByLabel('What was seen').fill('Two of ours told of one day.');
    await envoy.getByRole('button', { name: 'Keep it' }).click();
    await envoy.locator('td, th', { hasText: 'Two of ours told of one day.' }).first().waitFor();
    assert.equal(await desk.locator('td, th', { hasText: 'Two of ours told of one day.' }).count(), 0, 'a lesson is its seat\'s');
    await close(3);
  }],
  ['turn 4: an inject that moves the world, a bookmark', async () => {
    await go(white, 'control');
    const bomb = white.locator('.item.moves', { hasText: 'Bomb at a wedding' });
    await bomb.getByRole('button', { name: /^Fire/ }).click();
    await bomb.waitFor({ state: 'detached' });
    await white.getByLabel('Bookmark turn 4').fill('after the bomb');
    await white.getByRole('button', { name: 'Mark' }).click();
    await white.getByText('after the bomb').first().waitFor();
    await close(4);
  }],
  ['turn 5: the white cell lets pass what the rules refused, and its note arrives', async () => {
    await go(mission, 'orders');
    await order(mission, 'Military intervention against the perpetrator', { targets: ['Hearth Guard'] });
    await go(white, 'orders');
    const refused = white.locator('.item.refused', { hasText: 'turn 5' });
    await refused.getByRole('button', { name: /Accept it all the same/ }).click();
    await refused.getByLabel('Note to the seat').fill('The council gave more. Once.');
    await refused.getByRole('button', { name: 'Accept it', exact: true }).click();
    await mission.locator('.given .item.order', { hasText: 'The council gave more. Once.' }).waitFor();
    await look(white, 'white-orders');
    await close(5);
  }],
  ['the white cell sees what is true beside what each seat sees', async () => {
    await go(white, 'situation');
    await white.locator('#beside').waitFor();
    assert.equal(await white.locator('table.beside thead th').count(), 7);
    await white.getByLabel('Beside what was told to').selectOption('Relief and rights');
    await look(white, 'white-situation');
    await go(white, 'control');
    await look(white, 'white-cell');
    await go(relief, 'situation');
    await look(relief, 'situation');
    await targets(relief, 'situation at 390');
    for (const page of [relief, white]) {
      await go(page, 'situation');
      await page.locator('.where select').selectOption('flows');
      assert.match(await page.locator('.where .key').textContent(), /the wider the more|No flight/);
      await page.locator('.where .key', { hasText: 'camp' }).waitFor();
    }
    assert.ok(await white.locator('summary', { hasText: 'Who fled where, as a list' }).count(), 'somebody fled');
    await look(relief, 'flows');
    await relief.locator('.where select').selectOption('control');
    await go(white, 'control');
    await go(desk, 'situation');
    await look(desk, 'situation');
  }],
  ['back to turn 3: what was shown then is shown again', async () => {
    await white.getByLabel('Back to the beginning of').selectOption('3');
    await white.getByRole('button', { name: 'Go back', exact: true }).click();
    await white.getByRole('button', { name: 'Yes, go back' }).click();
    for (const page of all) await turnIs(page, 3);
    assert.match(await said(envoy), /^Turn 3 on branch b2\. /);
    assert.deepEqual({ envoy: await seen(envoy), relief: await seen(relief) }, atThree);
    await go(white, 'control');
    await white.getByText('played now').waitFor();
  }],
  ['played otherwise to the end, with other orders', async () => {
    await go(relief, 'orders');
    await order(relief, 'Humanitarian aid', { partner: 'Open Door Relief', targets: ['Karvesh'] });
    for (let turn = 3; turn <= 8; ++turn) await close(turn);
    for (const page of all) await page.locator('.top', { hasText: 'Over' }).waitFor();
    await go(desk, 'orders');
    assert.equal(await desk.getByRole('button', { name: /^Order/ }).count(), 0);
  }],
  ['the review: bands as they come, luck and skill apart, not for seats until it is released', async () => {
    await go(envoy, 'review');
    await envoy.getByRole('heading', { name: 'Not yet' }).waitFor();
    await go(white, 'review');
    await white.getByLabel('Futures').first().fill('40');
    await white.getByRole('button', { name: 'Begin the review' }).click();
    await white.getByRole('heading', { name: 'The review is done' }).waitFor({ timeout: 240000 });
    assert.match(await white.locator('#luck').locator('xpath=ancestor::section').textContent(), /such countries do better than yours did/);
    assert.ok(await white.locator('.forest tbody tr').count() >= 4);
    await white.getByRole('button', { name: 'Show the review to all seats' }).click();
    await envoy.locator('#skill').waitFor();
    await go(relief, 'review');
    await relief.locator('#parts').waitFor();
    const heading = await relief.locator('#of-nothing').locator('xpath=ancestor::section').locator('.sub').first().textContent();
    const counts = await relief.locator('section[aria-labelledby="of-nothing"] summary').allTextContents();
    const sum = counts.reduce((n, text) => n + Number(/\(([\d,]+)\)$/.exec(text)[1].replace(',', '')), 0);
    assert.equal(Number(/^[\d,]+/.exec(heading)[0].replace(',', '')), sum);
    assert.equal(await relief.locator('section[aria-labelledby="of-nothing"] tbody tr').count(), sum, 'none is left out');
    await look(white, 'review');
    await look(relief, 'review');
    await targets(relief, 'review at 390');
  }],
  ['a lesson, and what can be taken along', async () => {
    await envoy.getByRole('button', { name: 'Write down a lesson …' }).click();
    await envoy.getByLabel('What was seen').fill('We asked for talks before we knew who would come.');
    await envoy.getByLabel('Objective').selectOption({ label: 'Act in time' });
    await envoy.getByRole('button', { name: 'Keep it' }).click();
    await go(desk, 'team');
    for (const page of [envoy, white, desk])
      await page.locator('td, th', { hasText: 'We asked for talks before we knew who would come.' }).first().waitFor();
    for (const [name, words] of [['What was played, as an option', /\[\[action\]\]/], ['Lessons', /We asked for talks/], ['The list of injects, with what became of them', /Bomb at a wedding/], ['The journal', /"kind":"begin"/], ['The review as one page', /<h1>/]]) {
      const [download] = await Promise.all([white.waitForEvent('download'), white.getByRole('link', { name, exact: true }).click()]);
      const stream = await download.createReadStream();
      let text = '';
      for await (const part of stream) text += part;
      assert.match(text, words, name);
    }
    await go(white, 'team');
    await look(white, 'white-team');
    innocent(...all);
  }]
], async () => { await browser.close(); await room.stop(); });
