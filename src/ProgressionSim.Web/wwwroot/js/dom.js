// Small helpers that build the page's elements. Texts always become text nodes, never markup.

export const byId = id => document.getElementById(id);

/** An element: properties that exist on it are set, the others become attributes; children are nodes or texts. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) {
      element[name] = value;
    } else {
      element.setAttribute(name, value);
    }
  }

  element.append(...children);
  return element;
}

/** A file the browser saves. */
export function download(name, blob) {
  const link = el('a', { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Copies a text; where that is not allowed, selects it in its field, so that Ctrl+C does. Says what happened. */
export async function copy(field, says) {
  const text = field.value ?? field.textContent;
  try {
    await navigator.clipboard.writeText(text);
    says.textContent = 'Copied.';
  } catch {
    getSelection().selectAllChildren(field);
    field.select?.();
    says.textContent = 'This browser does not let the page copy. The text is selected: press Ctrl+C or Cmd+C.';
  }
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
export const wholeText = value => whole.format(value);
export const tenthsText = value => tenths.format(value).replace(/^-/, '−');

/** "3 months before", "1 month after": a month relative to the first symptoms of the untreated twin. */
export function monthText(month) {
  const months = Math.abs(month) === 1 ? '1 month' : `${tenths.format(Math.abs(month)).replace(/\.0$/, '')} months`;
  return month === 0 ? 'at the first symptoms' : month < 0 ? `${months} before the first symptoms` : `${months} after the first symptoms`;
}
