// The browser, and pages in it that are watched for trouble.

import { chromium } from 'playwright-core';

/** Waiting takes at most this long; machines that run tests may be slow. */
export const patience = 120_000;

/** Starts a browser; each has a new user folder of its own. */
export const launch = (...options) => chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', ...options,
  ],
});

/** A new profile, as of somebody who has never been on the page. */
export async function newContext(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(patience);
  return context;
}

/** A new tab; `troubles` fills with what browsers complain about and with requests that leave the origin, from the page and its workers. */
export async function newPage(context, address) {
  const { origin } = new URL(address);
  const troubles = [];
  context.on('console', message => ['error', 'warning'].includes(message.type()) && troubles.push(`console ${message.type()}: ${message.text()} (${message.location().url})`));
  context.on('weberror', error => troubles.push(`page error: ${error.error().message}`));
  context.on('request', request => ![`${origin}/`, 'data:', `blob:${origin}/`].some(begin => request.url().startsWith(begin))
    && troubles.push(`request off the origin: ${request.url()}`));
  const page = await context.newPage();
  page.on('crash', () => troubles.push('the tab crashed'));
  return { page, troubles };
}
