// Pictures of the page to be looked at: node screenshots.mjs FOLDER, after ./run --only-prepare.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launch, newContext } from './support/browser.mjs';
import { serve } from './support/servers.mjs';
import { finished, linkOf } from './support/teaching-page.mjs';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('node screenshots.mjs FOLDER: say where the pictures go.');
  process.exit(2);
}

await mkdir(folder, { recursive: true });
const [browser, host] = await Promise.all([launch(), serve()]);
const widths = [320, 768, 1600];
const schemes = ['light', 'dark'];
const save = async (page, name) => {
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  console.log(name);
};

for (const width of widths) {
  for (const colorScheme of schemes) {
    const context = await newContext(browser, { viewport: { width, height: width === 320 ? 640 : 900 }, colorScheme });
    const page = await context.newPage();
    const name = what => `${what}-${width}-${colorScheme}`;
    await page.goto(host.address + linkOf({ month: 10 }));
    await finished(page);
    await page.waitForFunction(() => !document.getElementById('month').disabled);
    await save(page, name('main'));
    if (width === 768 || colorScheme === 'light') {
      await lessons(page, name);
      await page.goto(`${host.address}teachers.html`);
      await save(page, name('teachers'));
    }

    await context.close();
  }
}

/** Every step of every lesson. */
async function lessons(page, name) {
  const buttons = page.locator('#lesson-cards button[data-testid^="lesson-"]');
  const found = await buttons.evaluateAll(all => all.map(button => button.dataset.name));
  for (const lesson of found) {
    await page.getByTestId(`lesson-${lesson}`).press('Enter');
    await page.locator(`#lesson[data-lesson="${lesson}"]`).waitFor();
    const steps = Number(await page.locator('#lesson').getAttribute('data-steps'));
    for (let step = 1; step <= steps; step++) {
      await page.locator(`#lesson[data-step="${step}"]`).waitFor();
      const choice = page.getByTestId('lesson-choice').first();
      if (await choice.count() > 0) {
        await (await choice.getAttribute('type') === 'radio' ? choice.check() : choice.fill('3'));
      } else if (await page.getByTestId('game-run').count() > 0) {
        await page.locator('#game-guess').fill('50');
        await page.getByTestId('game-run').press('Enter');
      }

      if (step < steps) {
        await page.waitForFunction(() => !document.querySelector('[data-testid=lesson-next]').disabled);
      }

      if (await page.getByTestId('status').isVisible()) {
        await finished(page);
      }

      await save(page, name(`${lesson}-${step}`));
      if (step < steps) {
        // Pictures of a whole page move what a click would hit.
        await page.getByTestId('lesson-next').press('Enter');
      }
    }
  }
}

await browser.close();
await host.stop();
