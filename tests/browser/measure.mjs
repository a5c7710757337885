// Measures the page: sizes, time to be ready, time from a slider to curves, memory. Prints what it finds and judges nothing.
// node measure.mjs, after ./run --only-prepare, on a machine that does nothing else.

import { readdir, stat } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { launch, newContext } from './support/browser.mjs';
import { pageFolder } from './support/repository.mjs';
import { serve } from './support/servers.mjs';
import { finished, linkOf } from './support/teaching-page.mjs';

const [browser, host] = await Promise.all([launch('--enable-precise-memory-info'), serve()]);
const kilobytes = bytes => `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
const spread = values => {
  const sorted = values.toSorted((a, b) => a - b);
  return `median ${Math.round(sorted[sorted.length >> 1])} ms, from ${Math.round(sorted[0])} to ${Math.round(sorted.at(-1))} ms (${values.length} times)`;
};

console.log(`${cpus().length} processors (${cpus()[0].model}), Chromium ${browser.version()}`);
await sizes();
await readiness();
await moves();
await memory();
await browser.close();
await host.stop();

async function sizes() {
  const files = (await readdir(pageFolder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile()).map(entry => join(entry.parentPath ?? entry.path, entry.name));
  const sizeOf = async chosen => (await Promise.all(chosen.map(file => stat(file)))).reduce((sum, { size }) => sum + size, 0);
  const plain = files.filter(file => !/\.(br|gz)$/.test(file));
  const best = plain.map(file => (files.includes(`${file}.br`) ? `${file}.br` : file));
  console.log(`Published page: ${plain.length} files, ${kilobytes(await sizeOf(plain))}; with Brotli copies where there are some ${kilobytes(await sizeOf(best))}`);

  const { page, context } = await fresh();
  const counted = new Set();
  let body = 0;
  const pending = [];
  context.on('requestfinished', request => {
    if (!request.serviceWorker() && !counted.has(request.url())) {
      counted.add(request.url());
      pending.push(request.sizes().then(({ responseBodySize, responseHeadersSize }) => { body += responseBodySize + responseHeadersSize; }));
    }
  });
  await page.goto(host.address);
  await page.evaluate(() => progressionSim.engine.ready);
  await Promise.all(pending);
  console.log(`Transferred on the first load: ${counted.size} files, ${kilobytes(body)}`);
  await context.close();
}

async function readiness() {
  const times = [];
  for (let time = 0; time < 10; time++) {
    const { page, context } = await fresh();
    await page.goto(host.address);
    times.push(await page.evaluate(() => progressionSim.engine.ready.then(() => performance.now())));
    await context.close();
  }

  console.log(`Engine ready after the address was entered, nothing kept from before: ${spread(times)}`);
}

async function moves() {
  const { page, context } = await fresh();
  await page.goto(host.address + linkOf({ patients: 2000 }));
  await finished(page);
  await page.evaluate(() => {
    const { engine } = progressionSim;
    const run = engine.run.bind(engine);
    engine.run = (settings, handlers) => {
      globalThis.move = { typical: null, first: null, firstPatients: null };
      return run(settings, {
        ...handlers,
        onMeanField(typical) { handlers.onMeanField(typical); move.typical = performance.now(); },
        onResult(result, progress) {
          handlers.onResult(result, progress);
          move.first ??= performance.now();
          move.firstPatients ??= progress.done;
          if (progress.done === progress.total) {
            move.all = performance.now();
          }
        },
      });
    };
    document.addEventListener('input', () => { globalThis.moved = performance.now(); }, { capture: true });
  });
  const found = [];
  for (let time = 0; time < 10; time++) {
    await page.getByTestId('start').press('ArrowRight');
    await finished(page);
    found.push(await page.evaluate(() => ({ ...move, begin: moved })));
  }

  console.log(`Slider to the typical patient: ${spread(found.map(({ typical, begin }) => typical - begin))}`);
  console.log(`Slider to first curves of patients: ${spread(found.map(({ first, begin }) => first - begin))}, of ${found.map(({ firstPatients }) => firstPatients).join(', ')} patients`);
  console.log(`Slider to all 2,000 patients: ${spread(found.map(({ all, begin }) => all - begin))}`);
  await context.close();
}

async function memory() {
  const { page, context } = await fresh();
  await page.goto(host.address + linkOf({ patients: 100 }));
  await finished(page);
  const now = async () => {
    const client = await context.newCDPSession(page);
    await client.send('HeapProfiler.collectGarbage');
    await client.detach();
    const { bytes, breakdown } = await page.evaluate(async () => {
      try {
        return await performance.measureUserAgentSpecificMemory();
      } catch {
        return { bytes: performance.memory.usedJSHeapSize, breakdown: null };
      }
    });
    const wasm = await Promise.all(page.workers().map(worker => worker.evaluate(() => globalThis.getDotnetRuntime?.(0)?.Module?.HEAPU8?.byteLength ?? NaN)));
    return `page ${kilobytes(bytes)}${breakdown ? ' with its workers' : ' (JavaScript heap)'}, WebAssembly memory ${wasm.map(kilobytes).join(' and ')}`;
  };
  console.log(`Before moves: ${await now()}`);
  const slider = page.getByTestId('start');
  await slider.focus();
  for (let move = 1; move <= 500; move++) {
    await page.keyboard.press(Math.floor((move - 1) / 20) % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
    if (move % 10 === 0) {
      await finished(page);
    }

    if (move % 100 === 0) {
      console.log(`After ${move} moves: ${await now()}`);
    }
  }

  await context.close();
}

async function fresh() {
  const context = await newContext(browser, { reducedMotion: 'reduce' });
  return { context, page: await context.newPage() };
}
