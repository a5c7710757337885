// The teaching page as tests use it.

import { newContext, newPage } from './browser.mjs';

/** The part of a link after the address: the usual settings with few patients, changed as asked. */
export const linkOf = (parts = {}) => `#${new URLSearchParams({ v: 1, start: 0, delay: 6, drug: 0.75, speed: 2.7, silent: 1, patients: 100, seed: 1, view: 'main', ...parts })}`;

/** Opens the page in a new profile; closed with the test. */
export async function open(t, browser, address, { hash = linkOf(), options = {}, prepare = async () => {} } = {}) {
  const context = await newContext(browser, options);
  t.after(() => context.close());
  const { page, troubles } = await newPage(context, address);
  await prepare(page, context);
  await page.goto(address + hash);
  return { context, page, troubles };
}

/** Waits until all patients have been simulated; their number. */
export async function finished(page) {
  const status = page.getByTestId('status');
  await page.waitForFunction(() => {
    const { done, total } = document.querySelector('[data-testid=status]').dataset;
    return Number(total) > 0 && done === total;
  });
  return Number(await status.getAttribute('data-total'));
}

export const answerOf = page => page.getByTestId('answer').textContent();

/** Saves what the page offers for download when the locator is used; the path of the file and the name it was given. */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { path: await download.path(), name: download.suggestedFilename() };
}
