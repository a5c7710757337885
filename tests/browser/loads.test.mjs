// The page loads from the program and from any static host without a complaint of the browser, and asks nobody else for anything.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './support/browser.mjs';
import { serve, serveStatically } from './support/servers.mjs';
import { finished, linkOf, open } from './support/teaching-page.mjs';

let browser;
const hosts = {};

/**
 * On this machine the page asks its host whether it is the program, and the browser notes that a static host is not. Hosts elsewhere are not asked.
 */
const noProgramThere = address => `console error: Failed to load resource: the server responded with a status of 404 (Not Found) (${address}api/info)`;
const expectedOf = host => (host === 'static' ? [noProgramThere(hosts.static.address)] : []);

before(async () => {
  [browser, hosts.program, hosts.static] = await Promise.all([launch(), serve(), serveStatically()]);
});
after(() => Promise.all([browser.close(), ...Object.values(hosts).map(host => host.stop())]));

for (const host of ['program', 'static']) {
  test(`served by the ${host === 'program' ? 'program' : 'static host in a folder'}, the page runs without complaints`, async t => {
    const begin = performance.now();
    const { page, troubles } = await open(t, browser, hosts[host].address, { options: { reducedMotion: 'no-preference' } });
    await page.evaluate(() => progressionSim.engine.ready);
    t.diagnostic(`ready after ${Math.round(performance.now() - begin)} ms`);
    assert.equal(await finished(page), 100);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.getByTestId('scenario').click();
    await page.getByTestId('scenario-text').getByText('"formatVersion"').waitFor();
    assert.deepEqual(troubles, expectedOf(host));
  });

  test(`served by the ${host === 'program' ? 'program' : 'static host in a folder'}, the teacher's notes open without complaints and lead back`, async t => {
    const { page, troubles } = await open(t, browser, `${hosts[host].address}teachers.html`, { hash: '' });
    await page.getByRole('heading', { level: 1, name: 'Teacher’s notes' }).waitFor();
    await page.getByRole('link', { name: 'Back to the page' }).click();
    await page.getByTestId('answer').waitFor();
    assert.equal(page.url(), hosts[host].address);
    await finished(page);
    assert.deepEqual(troubles, expectedOf(host));
  });
}

test('the page of the usual settings, with animation and full size, runs without complaints', async t => {
  const { page, troubles } = await open(t, browser, hosts.program.address, { hash: '', options: { reducedMotion: 'no-preference' } });
  await page.waitForFunction(() => document.getElementById('play').textContent === 'Pause');
  assert.equal(await finished(page), 2000);
  assert.deepEqual(troubles, []);
});

test('every link of the page and of the teacher\'s notes to a file of the page finds it', async t => {
  const { page } = await open(t, browser, hosts.static.address, { hash: linkOf() });
  for (const file of ['', 'teachers.html']) {
    await page.goto(hosts.static.address + file);
    const links = await page.evaluate(() => [...document.querySelectorAll('a[href], link[href], script[src], img[src]')].map(element => element.href ?? element.src));
    const own = links.filter(link => link.startsWith(new URL(hosts.static.address).origin));
    assert.ok(own.length > 3);
    for (const link of own) {
      const answer = await page.request.get(link);
      assert.equal(answer.status(), 200, link);
      assert.ok(link.startsWith(hosts.static.address), link);
    }
  }
});

test('links inside the teacher\'s notes lead to a place', async t => {
  const { page } = await open(t, browser, `${hosts.static.address}teachers.html`, { hash: '' });
  const broken = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')].map(link => link.getAttribute('href').slice(1)).filter(id => !document.getElementById(id)));
  assert.deepEqual(broken, []);
});
