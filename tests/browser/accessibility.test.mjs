// Everybody can use the page: by keyboard, by screen reader, on a narrow screen, in light and dark, without motion.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './support/browser.mjs';
import { serve } from './support/servers.mjs';
import { finished, linkOf, open } from './support/teaching-page.mjs';

let browser;
let host;

before(async () => {
  [browser, host] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser.close(), host.stop()]));

const views = {
  'the main view': ['', linkOf({ tables: 'alsfrs.survival.neurofilament' })],
  'a lesson': ['', linkOf({ view: 'lesson.why-early.1' })],
  'a prediction': ['', linkOf({ view: 'lesson.why-early.2' })],
  'an explanation': ['', linkOf({ view: 'lesson.why-early.3' })],
  'the game': ['', linkOf({ view: 'lesson.trial-game.6' })],
  'a message': ['', `${linkOf()}&something=unknown`],
  'the teacher\'s notes': ['teachers.html', ''],
};

/** Opens a view and waits until it stands. */
async function openView(t, [file, hash], options = {}) {
  const { page } = await open(t, browser, host.address + file, { hash, options });
  if (file === '') {
    await page.getByTestId('lesson-trial-game').waitFor();
    const step = new URLSearchParams(hash.slice(1)).get('view').split('.')[2];
    if (step) {
      await page.locator(`#lesson[data-step="${step}"]`).waitFor();
    }

    if (!step || step === '3') {
      await finished(page);
      await page.waitForFunction(() => !document.getElementById('month').disabled);
    }

    if (step === '3') {
      await page.getByTestId('lesson-verdict').waitFor();
    }
  }

  return page;
}

for (const [what, view] of Object.entries(views)) {
  test(`everybody can use ${what}`, async t => {
    const page = await openView(t, view);
    await t.test('language, title, headings in order, no id twice, a name for everything that is operated', () => assertMarkup(page));
    for (const colorScheme of ['light', 'dark']) {
      await t.test(`text stands out from its ground by 4.5 to 1 or more in ${colorScheme}`, async () => {
        await page.emulateMedia({ colorScheme });
        // Pages hear of it with their next frame.
        await page.evaluate(() => new Promise(resolve => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
        const { weak, texts } = await contrasts(page);
        assert.ok(texts > 10);
        assert.deepEqual(weak, []);
      });
    }

    await t.test('the Tab key reaches every control in the order of the page', () => assertKeyboard(page));
  });

  test(`a screen 320 pixels wide needs no scrolling sideways: ${what}`, async t => {
    const page = await openView(t, view, { viewport: { width: 320, height: 640 } });
    const { wide, width } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      wide: [...document.querySelectorAll('body *')].filter(element => element.checkVisibility() && element.getBoundingClientRect().right > 321
        && !element.closest('.scroll, .table-scroll, .unseen')).map(element => element.outerHTML.slice(0, 100)),
    }));
    assert.deepEqual({ width, wide }, { width: 320, wide: [] });
  });
}

async function assertMarkup(page) {
  const found = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
    const isShown = element => element.checkVisibility();
    const headings = [...document.querySelectorAll('h1, h2, h3, h4')].filter(isShown);
    const level = heading => Number(heading.localName[1]);
    return {
      language: document.documentElement.lang,
      title: document.title,
      main: headings.filter(heading => level(heading) === 1).length,
      jumps: headings.filter((heading, i) => i > 0 && level(heading) > level(headings[i - 1]) + 1).map(heading => heading.textContent),
      doubled: ids.filter((id, i) => ids.indexOf(id) !== i),
      lostReferences: ['for', 'aria-describedby', 'aria-labelledby'].flatMap(attribute => [...document.querySelectorAll(`[${attribute}]`)]
        .flatMap(element => element.getAttribute(attribute).split(' ')).filter(id => !document.getElementById(id))),
      pictures: [...document.querySelectorAll('img, canvas, svg')].filter(picture => isShown(picture)
        && !picture.closest('[aria-hidden=true], [role=img][aria-label]:not([aria-label=""])') && !picture.alt).map(picture => picture.outerHTML.slice(0, 80)),
    };
  });
  assert.match(found.title, /^.{5,} – ProgressionSim$/);
  assert.deepEqual({ ...found, title: '' }, { language: 'en', title: '', main: 1, jumps: [], doubled: [], lostReferences: [], pictures: [] });
  const controls = await accessibleControls(page);
  assert.ok(controls.length > 10);
  assert.deepEqual(controls.filter(({ name }) => name.trim() === ''), []);
}

/** What the browser tells screen readers about everything that can be operated. */
async function accessibleControls(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const roles = ['button', 'slider', 'spinbutton', 'checkbox', 'radio', 'combobox', 'textbox', 'link', 'dialog', 'DisclosureTriangle', 'group', 'table', 'progressbar', 'image', 'img'];
  return nodes.filter(node => !node.ignored && roles.includes(node.role?.value) && !(node.role.value === 'group' && !node.name?.value))
    .map(node => ({ role: node.role.value, name: node.name?.value ?? '' }));
}

/** Contrast of every text with what lies behind it; those that are too weak. Unusable controls may be weak. */
const contrasts = page => page.evaluate(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], ground) => [r, g, b].map((value, i) => a * value + (1 - a) * ground[i]);
  const groundOf = element => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      layers.unshift(rgba(getComputedStyle(at).backgroundColor));
    }

    return layers.reduce((ground, layer) => over(layer, ground), matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255]);
  };
  const luminance = colour => {
    const [r, g, b] = colour.map(value => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  const weak = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === '' || seen.has(element) || !element.checkVisibility({ visibilityProperty: true }) || element.closest(':disabled, .unseen, .stage, script, noscript, .skip')) {
      continue;
    }

    seen.add(element);
    let opacity = 1;
    for (let at = element; at; at = at.parentElement) {
      opacity *= Number(getComputedStyle(at).opacity);
    }

    const ground = groundOf(element);
    const [r, g, b, a] = rgba(getComputedStyle(element).color);
    const [light, dark] = [luminance(over([r, g, b, a * opacity], ground)), luminance(ground)].sort((x, y) => y - x);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < 4.5) {
      weak.push(`${ratio.toFixed(2)} ${element.localName}.${element.className} "${node.data.trim().slice(0, 40)}"`);
    }
  }

  return { weak, texts: seen.size };
});

async function assertKeyboard(page) {
  const wanted = await page.evaluate(() => {
    const operable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    const seenGroups = new Set();
    const found = [...document.querySelectorAll(operable)].filter(element => !element.disabled && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true }))
      // Radio buttons of a group are one stop.
      .filter(element => element.type !== 'radio' || (!seenGroups.has(element.name) && seenGroups.add(element.name)));
    found.forEach((element, i) => { element.dataset.order = i; });
    document.activeElement.blur();
    return found.map(element => element.outerHTML.slice(0, 120));
  });
  assert.ok(wanted.length > 10);
  // From the top, wherever a lesson has put the focus.
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const reached = [];
  for (let presses = 0; presses < wanted.length; presses++) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => {
      const { activeElement: at } = document;
      const checked = at.type === 'radio' ? document.querySelector(`input[name="${at.name}"][data-order]`) : at;
      const style = getComputedStyle(at);
      return { order: Number(checked.dataset.order), isMarked: at.matches(':focus-visible') && (style.outlineStyle !== 'none' || style.boxShadow !== 'none') };
    }));
  }

  const missed = wanted.filter((_, i) => !reached.some(({ order }) => order === i));
  assert.deepEqual(missed, []);
  assert.deepEqual(reached.map(({ order }) => order), wanted.map((_, i) => i));
  assert.deepEqual(reached.filter(({ isMarked }) => !isMarked).map(({ order }) => wanted[order]), []);
}

test('each chart has a summary in words, a data table and a described picture', async t => {
  const page = await openView(t, views['the main view']);
  for (const [name, summary] of Object.entries({
    alsfrs: /^At month 36 the mean score is \d+\.\d untreated, \d+\.\d treated and \d+\.\d treated later\. Nine in ten of the treated lie between \d+ and \d+\.$/,
    survival: /^Alive at month 36: \d+ % untreated, \d+ % treated and \d+ % treated later\. Half have died: untreated .*month \d+, treated .*month \d+, treated later .*month \d+\.$/,
    neurofilament: /^Median at the first symptoms, in pg\/mL: [\d,]+ untreated, [\d,]+ treated and [\d,]+ treated later; a year later, among those alive: .+\.$/,
  })) {
    const figure = page.getByTestId(`chart-${name}`);
    const picture = figure.locator('.plot');
    assert.match(await figure.locator('.finding').textContent(), summary);
    assert.equal(await picture.getAttribute('role'), 'img');
    assert.match(await picture.getAttribute('aria-label'), /^Chart: .{5,}/);
    assert.equal(await picture.getAttribute('aria-describedby'), await figure.locator('.finding').getAttribute('id'));
    const table = await figure.locator('table').evaluate(found => ({
      caption: found.caption?.textContent, rows: found.tBodies[0].rows.length, columns: found.querySelectorAll('thead th[scope=col]').length, heads: found.querySelectorAll('tbody th[scope=row]').length,
      empty: [...found.querySelectorAll('th, td')].filter(cell => cell.textContent === '').length,
    }));
    assert.match(table.caption, / every 3 months; 100 patients$/);
    assert.deepEqual({ ...table, caption: '' }, { caption: '', rows: 17, columns: 10, heads: 17, empty: 0 });
  }

  assert.match(await page.locator('#neurons-untreated').textContent(), /.{20,}/);
  assert.match(await page.locator('#neurons-treated').textContent(), /.{20,}/);
  await page.locator('#neurons-details summary').click();
  await page.locator('#neurons-table tbody tr').first().waitFor();
});

test('progress is a status for screen readers, and messages are alerts', async t => {
  const page = await openView(t, views['a message']);
  assert.equal(await page.getByTestId('status').getAttribute('role'), 'status');
  assert.equal(await page.getByTestId('message-link').locator('xpath=..').getAttribute('role'), 'alert');
});

test('who asks for less motion gets none, and others can stop it', async t => {
  const still = await openView(t, ['', linkOf()]);
  assert.equal(await still.locator('#play').textContent(), 'Play');
  assert.deepEqual(await motions(still), []);
  const { page: moving } = await open(t, browser, host.address, { options: { reducedMotion: 'no-preference' } });
  await moving.waitForFunction(() => document.getElementById('play').textContent === 'Pause');
  await moving.locator('#play').press('Enter');
  assert.equal(await moving.locator('#play').textContent(), 'Play');
});

/** Everything on the page that moves by itself or would when it changes. */
const motions = page => page.evaluate(() => [...document.querySelectorAll('*')].filter(element => {
  const style = getComputedStyle(element);
  return element.checkVisibility() && style.transitionDuration.split(', ').some(duration => Number.parseFloat(duration) > 0) && style.transitionProperty !== 'none';
}).map(element => element.outerHTML.slice(0, 80)).concat(document.getAnimations().filter(animation => animation.playState === 'running').map(animation => animation.animationName ?? 'animation')));

test('the scenario dialog keeps the focus, closes with Escape and gives the focus back', async t => {
  const page = await openView(t, ['', linkOf()], { viewport: { width: 320, height: 640 } });
  await page.getByTestId('scenario').press('Enter');
  await page.getByTestId('scenario-text').getByText('"formatVersion"').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.closest('dialog') !== null), true);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'scenario');
});
