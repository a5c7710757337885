// Colours of arms and neurons, after Okabe and Ito, dark enough for text on white and light enough on dark. The style sheet gets them from here.

const light = {
  ink: '#1f1f1f', soft: '#595959', grid: '#e3e3e3', paper: '#ffffff',
  untreated: '#1a1a1a', treated: '#005f9e', later: '#b85000',
  healthy: '#00785a', stressed: '#c77f00', lost: '#6b6b6b', body: '#8c8c8c',
};

const dark = {
  ink: '#ececec', soft: '#b4b4b4', grid: '#3a3f45', paper: '#16191d',
  untreated: '#f2f2f2', treated: '#56b4e9', later: '#f0a63c',
  healthy: '#2fc59b', stressed: '#f0b030', lost: '#a0a0a0', body: '#8f969e',
};

export const onWhite = light;

const prefersDark = matchMedia('(prefers-color-scheme: dark)');
let printing = false;
const listeners = new Set();

/** Colours of the screen as it is now. */
export const palette = () => (prefersDark.matches && !printing ? dark : light);

/** Calls back when the colours change. */
export const onPalette = callback => listeners.add(callback);

function apply() {
  for (const [name, colour] of Object.entries(palette())) {
    document.documentElement.style.setProperty(`--${name}`, colour);
  }

  listeners.forEach(callback => callback());
}

prefersDark.addEventListener('change', apply);
addEventListener('beforeprint', () => { printing = true; apply(); });
addEventListener('afterprint', () => { printing = false; apply(); });
apply();
