/** Runs in a page: which texts, none of which the page holds itself, its script finds. */
export function foundBy(texts: readonly string[]): string[] {
  const { find } = window as unknown as { find(text: string, ...how: boolean[]): boolean };
  const own = document.documentElement.textContent;
  const found = texts.filter((text) => {
    getSelection()?.removeAllRanges();
    return text.trim().length > 2 && !own.includes(text.trim()) && find.call(window, text.trim(), true, false, true);
  });
  getSelection()?.removeAllRanges();
  return found;
}
