/** How a page may change without telling us. Each works inside the browser on a parsed document; `random` gives 0 to 1. */
export const perturbations = {
  none: () => {},

  'hashes of classes': (page: Document, random: () => number) => {
    for (const element of page.querySelectorAll('[class]')) {
      const renamed = (element.getAttribute('class') as string).replace(
        /--\w+/g,
        `--${random().toString(36).slice(2, 7)}`,
      );
      element.setAttribute('class', renamed);
    }
  },

  'classes renamed': (page: Document, random: () => number) => {
    for (const element of page.querySelectorAll('[data-page] [class]')) {
      if (random() < 0.7) element.setAttribute('class', `c${random().toString(36).slice(2, 8)}`);
    }
  },

  'elements wrapped': (page: Document, random: () => number) => {
    for (const element of [...page.querySelectorAll('[data-page] *')]) {
      if (random() > 0.3 || element.closest('table,kat-table,select,ol,ul,fieldset,kat-radiobutton')) continue;
      const wrapper = page.createElement('div');
      element.replaceWith(wrapper);
      wrapper.append(element);
    }
  },

  'ids dropped': (page: Document, random: () => number) => {
    for (const element of page.querySelectorAll('[data-page] [id]')) {
      if (random() < 0.6) element.removeAttribute('id');
    }
  },

  'names dropped': (page: Document, random: () => number) => {
    for (const element of page.querySelectorAll('[data-page] [name]:not(input)')) {
      if (random() < 0.6) element.removeAttribute('name');
    }
  },

  'labels dropped': (page: Document, random: () => number) => {
    for (const element of page.querySelectorAll('[data-page] *')) {
      if (random() < 0.5)
        for (const name of ['kat-aria-label', 'aria-label', 'text', 'emphasis']) element.removeAttribute(name);
      if (random() < 0.3 && element.matches('kat-label,legend,thead th')) element.remove();
    }
  },

  'names and labels dropped': (page: Document, random: () => number) => {
    for (const element of page.querySelectorAll('[data-page] *')) {
      if (random() < 0.5 && element.localName !== 'input') element.removeAttribute('name');
      if (random() < 0.5) for (const name of ['kat-aria-label', 'aria-label']) element.removeAttribute(name);
      if (random() < 0.3 && element.matches('kat-label,legend,th')) element.remove();
    }
  },

  translated: (page: Document, random: () => number) => {
    const known = new Map<string, string>();
    const translate = (text: string): string => {
      if (!/\p{L}/u.test(text) || /^[A-Z0-9-]+$/.test(text.trim())) return text;
      if (!known.has(text)) known.set(text, random() < 0.5 ? `Übersetzt ${known.size}` : text);
      return known.get(text) as string;
    };
    for (const element of page.querySelectorAll(
      'kat-label:not([class*="Status"] *),kat-input,kat-textarea,kat-dropdown,kat-date-picker,[aria-label]',
    )) {
      for (const name of ['text', 'emphasis', 'kat-aria-label', 'aria-label']) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, translate(value));
      }
    }
    for (const element of page.querySelectorAll('label,legend,th,h1,h2,h3,button,.word,[role=button]')) {
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
          node.nodeValue = translate(node.nodeValue.trim());
      }
    }
  },

  'moved into a shadow root': (page: Document, random: () => number) => {
    for (const element of [...page.querySelectorAll('[data-page] div:has(kat-input,input,kat-textarea)')]) {
      if (random() > 0.15 || !element.parentNode) continue;
      const host = page.createElement('x-panel');
      element.replaceWith(host);
      host.attachShadow({ mode: 'open' }).append(element);
    }
  },

  'fields duplicated': (page: Document, random: () => number) => {
    const fields =
      'kat-input,kat-textarea,kat-predictive-input,kat-dropdown,kat-date-picker,label:has(input:not([type=radio]))';
    for (const element of [...page.querySelectorAll(`[data-page] :is(${fields})`)]) {
      if (random() > 0.3) continue;
      const copy = element.cloneNode(true) as Element;
      for (const input of [copy, ...copy.querySelectorAll('input')]) {
        if (input.hasAttribute('value')) input.setAttribute('value', `${Math.ceil(random() * 90)}.11`);
      }
      const row = element.closest('.kat-row') ?? element;
      row.parentElement?.append(copy);
    }
  },

  'columns reordered': (page: Document, random: () => number) => {
    // Cells that span, and headers in a table of their own, cannot be moved one row at a time.
    for (const table of page.querySelectorAll('table:has(th):has(td):not(:has([rowspan],[colspan]))')) {
      const order = Array.from(table.querySelector('tr')?.children ?? [], () => random());
      for (const row of table.querySelectorAll('tr')) {
        const cells = [...row.children];
        if (cells.length !== order.length || cells.some((cell) => cell.getAttribute('scope') === 'row')) continue;
        row.append(...cells.sort((a, b) => (order[[...cells].indexOf(a)] ?? 0) - (order[[...cells].indexOf(b)] ?? 0)));
      }
    }
  },

  'a column added': (page: Document, random: () => number) => {
    for (const table of page.querySelectorAll('table:has(thead):has(td):not(:has([rowspan],[colspan]))')) {
      const at = Math.floor(random() * (table.querySelector('tr')?.children.length ?? 1));
      for (const row of table.querySelectorAll('tr')) {
        const cell = page.createElement(row.closest('thead') ? 'th' : 'td');
        cell.textContent = row.closest('thead') ? 'Forecast' : `$${(random() * 90).toFixed(2)}`;
        row.children[at]?.before(cell);
      }
    }
  },

  'cells lost': (page: Document, random: () => number) => {
    for (const cell of [...page.querySelectorAll('td,kat-table-cell,[class*="TableCell-module"]')]) {
      if (random() < 0.1) cell.remove();
    }
  },

  'rows recycled': (page: Document, random: () => number) => {
    const rows = [...page.querySelectorAll('[data-sku],table:not(:has([rowspan])) tbody tr,kat-table-row')];
    for (const row of rows) {
      const other = rows[Math.floor(random() * rows.length)] as Element;
      if (random() < 0.4 && other !== row && other.parentNode === row.parentNode) row.before(other);
    }
  },

  'other amounts nearby': (page: Document, random: () => number) => {
    for (const element of [...page.querySelectorAll('[data-page] kat-input,[data-page] td,.item span')]) {
      if (random() > 0.25) continue;
      const hint = page.createElement('span');
      hint.textContent = `Suggested: $${(random() * 90).toFixed(2)}`;
      element.after(hint);
    }
  },
} satisfies { [name: string]: (page: Document, random: () => number) => void };

export type Perturbation = keyof typeof perturbations;

/** Changes a parsed page; the same seed changes it in the same way. Runs inside the browser. */
export function perturb(page: Document, kind: Perturbation, seed: number): void {
  let state = seed * 2654435761;
  // Mulberry32: small, and the same in every browser.
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  // What changes is the page itself, not the console's frame around it, which says which store it is.
  const content = page.querySelector('#sc-content-container,#page_container_id,#GEC-main') ?? page.body;
  content.setAttribute('data-page', '');
  (globalThis as unknown as { perturbations: typeof perturbations }).perturbations[kind](page, random);
}
