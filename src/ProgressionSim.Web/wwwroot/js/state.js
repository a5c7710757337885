// The page's whole state, its share link, and the settings it asks the engine for.

/** What decides the numbers. */
export const defaults = { startMonths: 0, delayMonths: 6, knockdown: 0.75, speed: 2.7, silentLoss: true, patients: 2000, seed: 1 };

/** What decides only how they are looked at. The view is "main" or "lesson.NAME.STEP"; month null means that nobody has chosen one. */
export const lookDefaults = { view: 'main', patient: 1, month: null, tables: [] };

export const charts = ['alsfrs', 'survival', 'neurofilament'];

const version = 1;

/** Numbers: key in the link, smallest, largest, step, and what people call it. */
export const ranges = {
  startMonths: { key: 'start', min: -12, max: 24, step: 1, name: 'the treatment start' },
  delayMonths: { key: 'delay', min: 1, max: 24, step: 1, name: 'the delay' },
  knockdown: { key: 'drug', min: 0, max: 0.95, step: 0.05, name: 'how well the drug works' },
  speed: { key: 'speed', min: 0.5, max: 5, step: 0.1, name: 'how aggressive the disease is' },
  patients: { key: 'patients', min: 100, max: 10_000, step: 1, name: 'the number of patients' },
  seed: { key: 'seed', min: 0, max: 4_294_967_295, step: 1, name: 'the seed' },
  patient: { key: 'patient', min: 1, max: 8, step: 1, name: 'the patient shown' },
  month: { key: 'month', min: -12, max: 36, step: 1, name: 'the month shown' },
};

/** Settings of the engine. */
export const settingsOf = state => ({
  scenario: 'when-to-start',
  sets: [
    `arms[treated].start.offsetMonths=${state.startMonths}`,
    `arms[later].start.offsetMonths=${state.startMonths + state.delayMonths}`,
    `treatments.assumedDrug.knockdown=${state.knockdown}`,
    `population.progressionRate.median=${state.speed}`,
    ...(state.silentLoss ? [] : ['disease.compensation.maximumEnlargement=1']),
    `patients=${state.patients}`,
    `seed=${state.seed}`,
  ],
});

/** The number a text or slider means, free of floating-point dust; null when it is none, out of range or between two steps. */
export function numberIn(name, text) {
  const { min, max, step } = ranges[name];
  if (!/^-?\d{1,10}(\.\d{1,4})?$/.test(text)) {
    return null;
  }

  const steps = Math.round(Number(text) / step);
  const value = Number((steps * step).toFixed(2)) || 0;
  return Math.abs(value - Number(text)) < 1e-9 && value >= min && value <= max ? value : null;
}

/** The part of a link after the address. */
export function toHash(state) {
  const parts = { v: version };
  for (const [name, { key }] of Object.entries(ranges)) {
    if (name in defaults || state[name] !== lookDefaults[name]) {
      parts[key] = state[name];
    }
  }

  parts.silent = state.silentLoss ? 1 : 0;
  if (state.tables.length > 0) {
    parts.tables = state.tables.join('.');
  }

  parts.view = state.view;
  return `#${new URLSearchParams(parts)}`;
}

/** The state a link describes, with a sentence for each thing in it that cannot be used; never throws. */
export function fromHash(hash) {
  const state = { ...defaults, ...lookDefaults };
  const text = hash.replace(/^#/, '');
  if (text === '') {
    return { state, problems: [] };
  }

  const parts = new URLSearchParams(text);
  const said = parts.get('v') ?? '';
  if (/^\d+$/.test(said) && Number(said) > version) {
    return { state, problems: ['This link was made by a newer version of this page. The page shows its usual settings instead; reload it to get the newest version.'] };
  }

  if (said !== String(version)) {
    return { state, problems: ['This link cannot be read: it is damaged, or it was not made by this page. The page shows its usual settings instead.'] };
  }

  const problems = [];
  const unreadable = name => problems.push(`The link does not say ${name} in a way this page understands; the usual setting is used for it.`);
  for (const [name, { key, name: called }] of Object.entries(ranges)) {
    if (parts.has(key)) {
      const value = numberIn(name, parts.get(key));
      if (value === null) {
        unreadable(called);
      } else {
        state[name] = value;
      }
    }
  }

  if (parts.has('silent')) {
    if (['0', '1'].includes(parts.get('silent'))) {
      state.silentLoss = parts.get('silent') === '1';
    } else {
      unreadable('whether there is silent loss');
    }
  }

  if (parts.has('tables')) {
    const tables = parts.get('tables').split('.');
    if (tables.every(table => charts.includes(table))) {
      state.tables = charts.filter(chart => tables.includes(chart));
    } else {
      unreadable('which tables are open');
    }
  }

  if (parts.has('view')) {
    if (/^(main|lesson\.[a-z0-9-]{1,40}(\.[a-z0-9-]{1,40})?)$/i.test(parts.get('view'))) {
      state.view = parts.get('view');
    } else {
      unreadable('what to show');
    }
  }

  const known = new Set(['v', 'silent', 'tables', 'view', ...Object.values(ranges).map(range => range.key)]);
  const unknown = [...new Set(parts.keys())].filter(key => !known.has(key));
  if (unknown.length > 0) {
    const named = unknown.slice(0, 3).map(key => `"${key.slice(0, 20)}"`).join(', ');
    problems.push(`The link holds something this page does not know and leaves out: ${named}${unknown.length > 3 ? ` and ${unknown.length - 3} more` : ''}.`);
  }

  return { state, problems };
}
