// The page by keyboard alone.

/** Presses Tab until an element that fits the selector has the focus; says what was passed if there is none. */
export async function tabTo(page, selector, key = 'Tab') {
  const passed = [];
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press(key);
    const [fits, what] = await page.evaluate(wanted => {
      const { activeElement: at } = document;
      return [at.matches(wanted), at.dataset.testid || at.id || `${at.localName} ${at.textContent.slice(0, 30)}`];
    }, selector);
    if (fits) {
      return;
    }

    passed.push(what);
  }

  throw new Error(`${key} does not reach ${selector}; it passed ${passed.join(', ')}`);
}

export async function pressOn(page, selector, key = 'Enter') {
  await tabTo(page, selector);
  await page.keyboard.press(key);
}
