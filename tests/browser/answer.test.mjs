// The page and `progsim run` on the file that the page shows give the same answer and the same numbers, to the last digit that is written.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './support/browser.mjs';
import { progsim } from './support/repository.mjs';
import { serveStatically } from './support/servers.mjs';
import { answerOf, downloaded, finished, linkOf, open } from './support/teaching-page.mjs';

let browser;
let host;
let work;

before(async () => {
  [browser, host, work] = await Promise.all([launch(), serveStatically(), mkdtemp(join(tmpdir(), 'progressionsim-'))]);
});
after(() => Promise.all([browser.close(), host.stop(), rm(work, { recursive: true })]));

const settings = {
  'the usual ones': { patients: 400 },
  'treatment long before symptoms, no silent loss, another seed': { start: -9, delay: 14, silent: 0, seed: 4294967295, patients: 250 },
  'typical ALS, a strong drug late, a number of patients that fills no block': { start: 24, delay: 24, drug: 0.95, speed: 0.9, seed: 77, patients: 333 },
  'a drug that does nothing': { drug: 0, speed: 5, seed: 0, patients: 101 },
};

for (const [what, parts] of Object.entries(settings)) {
  test(`the same answer and curves as on the command line: ${what}`, async t => {
    const { page } = await open(t, browser, host.address, { hash: linkOf(parts) });
    assert.equal(await finished(page), parts.patients);
    await page.getByTestId('scenario').click();
    const { path, name } = await downloaded(page, () => page.getByTestId('scenario-download').click());
    assert.equal(name, 'when-to-start.json');

    const folder = join(work, String(parts.patients));
    const { stdout } = await progsim('run', path, '--format', 'json', '--out', folder);
    const summary = JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8'));
    const shown = await resultOf(page);

    const { answer, findings, scenarioSha256, version } = JSON.parse(stdout);
    assert.equal(await answerOf(page), answer);
    assert.deepEqual((await page.locator('#findings li').allTextContents()).slice(0, findings.length), findings);
    assert.deepEqual([shown.answer, shown.sha256, shown.version, shown.seed], [answer, scenarioSha256, version, summary.seed]);
    assert.deepEqual([shown.patients, shown.analysed, shown.withoutOrigin], [summary.patients, summary.patientsAnalysed, summary.patientsWithoutOrigin]);
    assert.deepEqual(shown.arms.map(armAsInSummary), summary.arms.map(armOfSummary));
    assert.equal(shown.months.length, 49);
    assert.deepEqual(
      shown.contrasts.map(({ difference, low, high, ...pair }) => ({ ...pair, difference: difference.map(written), low: low.map(written), high: high.map(written) })),
      contrastsOf(summary, shown.months));
  });
}

/** The engine's result for the settings of the page's link, numbers included that the page does not draw. */
const resultOf = page => page.evaluate(async () => {
  const { fromHash, settingsOf } = await import('./js/state.js');
  return new Promise((resolve, reject) => progressionSim.engine.run(settingsOf(fromHash(location.hash).state), {
    onResult: (result, { done, total }) => done === total && resolve(result),
    onProblems: texts => reject(new Error(texts.join('\n'))),
    onError: reject,
  }));
});

/** summary.json writes 10 digits. */
const written = value => (value === null ? null : Number(value.toPrecision(10)));

const band = ({ mean, standardError, p5, p50, p95 }) => Object.fromEntries(Object.entries({ mean, standardError, p5, p50, p95 }).map(([name, values]) => [name, values.map(written)]));

const armAsInSummary = arm => ({
  name: arm.name,
  started: [arm.startedAtBiologicalOnset, written(arm.medianStartMonths), written(arm.medianSurvivalMonths)],
  bands: [arm.alsfrs, arm.alsfrsDeathZero, arm.neurofilament].map(band),
  alive: arm.alive.mean.map(written),
});

const armOfSummary = arm => ({
  name: arm.name,
  started: [arm.startedAtBiologicalOnset, arm.medianStartMonths, arm.medianSurvivalMonths.value],
  bands: ['alsfrsTotal', 'alsfrsTotalDeathZero', 'neurofilamentPgPerMl'].map(name => arm.series[name]).map(series => band({ ...series, p5: series.p05 })),
  alive: arm.series.alive.mean,
});

function contrastsOf(summary, months) {
  const rows = summary.contrasts.filter(row => ['alsfrsTotalDeathZero', 'alive'].includes(row.measure));
  const pairs = [...new Set(rows.map(row => [row.arm, row.against, row.measure].join()))];
  return pairs.map(pair => {
    const [arm, against, measure] = pair.split(',');
    const found = months.map(month => rows.find(row => row.month === month && [row.arm, row.against, row.measure].join() === pair));
    return { arm, against, measure, difference: found.map(row => row.difference), low: found.map(row => row.low), high: found.map(row => row.high) };
  });
}
