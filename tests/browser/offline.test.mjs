// Once it has been loaded, the page needs no server any more.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './support/browser.mjs';
import { serve, serveStatically } from './support/servers.mjs';
import { answerOf, finished, linkOf, open } from './support/teaching-page.mjs';

let browser;

before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const [what, start] of [['the program', serve], ['a static host in a folder', serveStatically]]) {
  test(`loaded once from ${what}, the page works without a connection`, async t => {
    const host = await start();
    t.after(() => host.stop());
    const { page, context, troubles } = await open(t, browser, host.address);
    await finished(page);
    const answer = await answerOf(page);
    // Ready means that all files are kept: they are fetched while the worker is installed.
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await host.stop();
    troubles.length = 0;

    await page.reload();
    assert.equal(await finished(page), 100);
    assert.equal(await answerOf(page), answer);
    await page.getByTestId('seed').fill('2');
    await finished(page);
    assert.notEqual(await answerOf(page), answer);
    await page.getByTestId('lesson-chance').click();
    await page.locator('#lesson[data-lesson="chance"]').waitFor();
    assert.deepEqual(troubles, []);

    await page.goto(`${host.address}teachers.html`);
    await page.getByRole('heading', { level: 1, name: 'Teacher’s notes' }).waitFor();
    assert.match(await page.evaluate(() => getComputedStyle(document.body).fontFamily), /system-ui/);
    await page.goto(`${host.address}index.html${linkOf({ seed: 1 })}`);
    await finished(page);
    assert.equal(await answerOf(page), answer);
    assert.deepEqual(troubles, []);
  });
}
