import type { Locator, Page } from '@playwright/test';

/** What a page may do against the extension, whether it means to or not. Each runs in the page's own world. */

/** Mutations of every kind, so many a second, spread over 500 elements. Resolves with how many there were. */
export function flood(page: Page, duration: number, perSecond = 10_000): Promise<number> {
  return page.evaluate(
    ([duration, perSecond]) => {
      const box = document.body.appendChild(document.createElement('div'));
      for (let count = 0; count < 500; count += 1) box.append(document.createElement('i'));
      const parts = [...box.children].map((part) => {
        part.append('0');
        return { part, text: part.firstChild as Text };
      });
      const change = (count: number) => {
        const { part, text } = parts[count % parts.length] as (typeof parts)[number];
        if (count % 4 === 0) part.setAttribute('value', `${count}`);
        else if (count % 4 === 1) text.data = `${count}`;
        else if (count % 4 === 2) part.append(document.createElement('b'));
        else box.append(part);
      };
      const begin = performance.now();
      let done = 0;
      return new Promise<number>((resolve) => {
        const tick = () => {
          const gone = performance.now() - begin;
          for (const due = (Math.min(gone, duration) * perSecond) / 1000; done < due; done += 1) change(done);
          for (const { part, text } of parts) if (part.childNodes.length > 20) part.replaceChildren(text);
          if (gone < duration) setTimeout(tick, 5);
          else {
            box.remove();
            resolve(done);
          }
        };
        tick();
      });
    },
    [duration, perSecond] as const,
  );
}

/** Takes the overlay away the moment it comes, until the page is left. */
export function removeOverlay(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen = { removed: 0 };
    Object.assign(globalThis, { seen });
    const remove = () => {
      for (const host of document.querySelectorAll('preflight-overlay')) {
        host.remove();
        seen.removed += 1;
      }
    };
    new MutationObserver(remove).observe(document, { childList: true, subtree: true });
    remove();
  });
}

/** How often `removeOverlay` has taken it away. */
export function timesRemoved(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { seen: { removed: number } }).seen.removed);
}

/** Covers everything, in one of the ways in which a page can. */
export type Cover = 'dialog' | 'popover' | 'highest z-index';
export const covers: readonly Cover[] = ['dialog', 'popover', 'highest z-index'];

export function cover(page: Page, how: Cover): Promise<void> {
  return page.evaluate((how) => {
    const element = document.createElement(how === 'dialog' ? 'dialog' : 'div');
    element.id = 'cover';
    element.textContent = 'One moment';
    element.style.cssText =
      'position: fixed; inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0; z-index: 2147483647; background: white';
    document.body.append(element);
    if (element instanceof HTMLDialogElement) element.showModal();
    if (how === 'popover') {
      element.popover = 'manual';
      element.showPopover();
    }
  }, how);
}

export function uncover(page: Page): Promise<void> {
  return page.evaluate(() => document.querySelector('#cover')?.remove());
}

/**
 * A framework that plays its own events again: for a while an old value stands in the field with every event that tells
 * of it, and the true one is put back without any. Resolves with how often.
 */
export function replay(field: Locator, old: string, duration: number): Promise<number> {
  return field.evaluate(
    async (element, [old, duration]) => {
      const input = element as HTMLInputElement;
      const truth = input.value;
      const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
      const playOld = () => {
        input.value = old;
        for (const type of ['keydown', 'input', 'change', 'keyup', 'focusout', 'katChange'])
          input.dispatchEvent(new InputEvent(type, { bubbles: true, composed: true, data: old }));
      };
      let count = 0;
      for (const end = performance.now() + duration; performance.now() < end; count += 1) {
        playOld();
        input.value = truth;
        await wait(10);
      }
      // The last one stands long enough to be read.
      playOld();
      await wait(150);
      input.value = truth;
      return count;
    },
    [old, duration] as const,
  );
}

/** A page with so many more nodes, a hundredth of them controls. */
export function withNodes(html: string, nodes: number): string {
  const group = (index: number) =>
    `<div><label>Note ${index}<input value="${index}"></label>${'<p>Line <b>of</b> text</p>'.repeat(32)}</div>`;
  // Of elements and texts a group has 164.
  const groups = Array.from({ length: Math.ceil(nodes / 164) }, (_, index) => group(index));
  return html.replace('</body>', `<section>${groups.join('')}</section></body>`);
}
