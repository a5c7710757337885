// Files that the page saves: CSV, PNG and scenario.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { launch } from './support/browser.mjs';
import { progsim } from './support/repository.mjs';
import { serve } from './support/servers.mjs';
import { answerOf, downloaded, finished, linkOf, open } from './support/teaching-page.mjs';

let browser;
let host;

before(async () => {
  [browser, host] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser.close(), host.stop()]));

const arms = ['untreated', 'treated', 'later'];

const charts = {
  alsfrs: { columns: ['mean_points', '5_percent_of_patients_below_points', '95_percent_of_patients_below_points'], digits: 1 },
  survival: { columns: ['share_alive_percent', '95_percent_interval_from_percent', '95_percent_interval_to_percent'], digits: 1 },
  neurofilament: { columns: ['median_pg_per_ml', '5_percent_of_patients_below_pg_per_ml', '95_percent_of_patients_below_pg_per_ml'], digits: 0 },
};

for (const [name, { columns, digits }] of Object.entries(charts)) {
  test(`the CSV of ${name} holds the numbers of the chart's table and says where they come from`, async t => {
    const { page } = await open(t, browser, host.address, { hash: linkOf({ tables: name, seed: 3, silent: 0, delay: 9 }) });
    await finished(page);
    const figure = page.getByTestId(`chart-${name}`);
    const file = await downloaded(page, () => figure.getByTestId('export-csv').click());
    assert.equal(file.name, `when-to-start-seed-3-${name}.csv`);
    const text = await readFile(file.path, 'utf8');
    assert.ok(text.endsWith('\n') && !text.includes('\r'));
    const lines = text.trimEnd().split('\n');
    const notes = lines.filter(line => line.startsWith('#'));
    assert.match(notes[0], /^# ProgressionSim \d+\.\d+\.\d+; scenario when-to-start, sha256 [0-9a-f]{64}$/);
    assert.match(notes[1], /^# seed 3; 100 patients, of whom \d+ are analysed$/);
    assert.equal(notes[2], '# treatment at the first symptoms, later start 9 months after that; drug lowers the protein by 75 %; progression rate 2.7; silent loss off');
    assert.equal(notes[3], '# A model with an invented drug; no medical advice. Months count from the first symptoms of the untreated twin.');

    const [head, ...rows] = lines.slice(notes.length).map(line => line.split(','));
    assert.deepEqual(head, ['month_from_symptom_onset_of_untreated_twin', ...arms.flatMap(arm => columns.map(column => `${arm}_${column}`))]);
    assert.deepEqual(rows.map(([month]) => Number(month)), Array.from({ length: 49 }, (_, i) => i - 12));
    const numbers = rows.map(row => row.map(cell => (cell === '' ? null : Number(cell))));
    assert.ok(numbers.every(row => row.length === 10 && row.every(value => value === null || Number.isFinite(value))));
    for (const [month, ...values] of numbers) {
      for (const i of [0, 3, 6]) {
        const [line, low, high] = values.slice(i, i + 3);
        // The mean may lie outside the middle 90 % of a skewed distribution only where most are dead.
        assert.ok(line === null || name === 'alsfrs' || (low <= line && line <= high), `month ${month}: ${low} <= ${line} <= ${high}`);
      }
    }

    const written = value => (value === null ? '–' : new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value).replace(/^-/, '−'));
    const table = await figure.locator('tbody tr').evaluateAll(found => found.map(row => [...row.cells].map(cell => cell.textContent)));
    assert.deepEqual(table, numbers.filter(([month]) => month % 3 === 0).map(([month, ...values]) => [String(month).replace('-', '−'), ...values.map(written)]));
    assert.equal(table.length, 17);
  });

  test(`the PNG of ${name} is a picture with something on it`, async t => {
    const { page } = await open(t, browser, host.address, { options: { colorScheme: name === 'survival' ? 'dark' : 'light' } });
    await finished(page);
    const file = await downloaded(page, () => page.getByTestId(`chart-${name}`).getByTestId('export-png').click());
    assert.equal(file.name, `when-to-start-seed-1-${name}.png`);
    const content = await readFile(file.path);
    const picture = await pictureOf(page, `data:image/png;base64,${content.toString('base64')}`);
    assert.ok(picture.width >= 1600 && picture.width <= 2400 && picture.height >= 1000 && picture.height <= 2000, `${picture.width} × ${picture.height}`);
    assert.equal(picture.corner, '#ffffff');
    for (const [arm, colour] of Object.entries({ untreated: '#1a1a1a', treated: '#005f9e', later: '#b85000' })) {
      assert.ok((picture.colours[colour] ?? 0) > 300, `pixels of the arm ${arm}: ${picture.colours[colour] ?? 0}`);
    }

    assert.ok(picture.colours['#ffffff'] < 0.98 * picture.width * picture.height);
    await page.screenshot();
  });
}

/** Size of a picture, its first pixel, and how often each colour is on it. */
const pictureOf = (page, address) => page.evaluate(async source => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const counts = new Map();
  for (let i = 0; i < data.length; i += 4) {
    const key = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }

  const name = key => `#${key.toString(16).padStart(6, '0')}`;
  return {
    width: canvas.width, height: canvas.height, corner: name((data[0] << 16) | (data[1] << 8) | data[2]),
    colours: Object.fromEntries([...counts].map(([key, count]) => [name(key), count])),
  };
}, address);

test('nothing can be exported before there is something', async t => {
  let answer;
  const { page } = await open(t, browser, host.address, {
    prepare: async page => {
      const held = new Promise(resolve => { answer = resolve; });
      await page.route('**/_framework/dotnet.js', async route => { await held; await route.continue(); });
    },
  });
  const buttons = page.locator('[data-testid=export-png], [data-testid=export-csv]');
  await page.getByTestId('lesson-twins').waitFor();
  assert.deepEqual(await buttons.evaluateAll(found => found.map(button => button.disabled)), Array(6).fill(true));
  answer();
  await finished(page);
  assert.deepEqual(await buttons.evaluateAll(found => found.map(button => button.disabled)), Array(6).fill(false));
});

test('the scenario that is shown is the one that is copied and saved, and the program accepts it', async t => {
  const { page, context } = await open(t, browser, host.address, { hash: linkOf({ start: -12, delay: 1, drug: 0.05, speed: 0.5, silent: 0, patients: 10_000, seed: 123 }) });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => progressionSim.engine.ready);
  await page.getByTestId('scenario').click();
  await page.getByTestId('scenario-text').getByText('"formatVersion"').waitFor();
  const file = await downloaded(page, () => page.getByTestId('scenario-download').click());
  const text = await readFile(file.path, 'utf8');
  assert.equal(text, await page.getByTestId('scenario-text').textContent());
  await page.getByTestId('scenario-copy').click();
  await page.locator('#scenario-says').getByText('Copied.').waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
  const { stdout } = await progsim('validate', file.path);
  assert.match(stdout, /nothing is wrong|is valid|no problem|can be run/i);
  await page.keyboard.press('Escape');
  assert.equal(await page.getByTestId('scenario-text').isVisible(), false);
  assert.equal(await answerOf(page) !== '', true);
});
