// Katal is Seller Central's component library. The following describes where its elements keep their values.

const KATAL = 'kat-input,kat-textarea,kat-predictive-input,kat-dropdown,kat-checkbox,kat-radiobutton,kat-date-picker';

/** Katal's hidden copy of a control, and its other private elements. */
const PRIVATE = '[slot="private-light-dom"]';

const NATIVE = 'input,textarea,select,[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"]';

/** Everything a seller can type into or choose from. */
export const CONTROLS = `${KATAL},${NATIVE}`;

const CONTROL_NAMES = new Set([...KATAL.split(','), 'input', 'textarea', 'select']);

/** Like `matches(CONTROLS)`, but fast enough for walks over every element. */
export function isControl(element: Element): boolean {
  return CONTROL_NAMES.has(element.localName) || (element.hasAttribute('contenteditable') && element.matches(NATIVE));
}

const NO_FIELD = new Set(['hidden', 'button', 'submit', 'reset', 'image', 'file', 'password']);

/** Whether a hit of {@link CONTROLS} is a field of its own: not a button, not a part of another, not Katal's hidden copy. */
export function isField(control: Element): boolean {
  if (control.localName === 'input' && NO_FIELD.has((control as HTMLInputElement).type)) return false;
  if (control.closest(PRIVATE)) return false;
  return control.localName.startsWith('kat-') || !control.parentElement?.closest(KATAL);
}

export function isRadio(control: Element): boolean {
  return (
    control.localName === 'kat-radiobutton' ||
    (control.localName === 'input' && (control as HTMLInputElement).type === 'radio')
  );
}

export function isCheckbox(control: Element): boolean {
  return (
    control.localName === 'kat-checkbox' ||
    (control.localName === 'input' && (control as HTMLInputElement).type === 'checkbox')
  );
}

interface ShadowOpener {
  readonly chrome?: { readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
}

/**
 * The shadow root of an element, open or closed. Chromium gives content scripts `chrome.dom`, Firefox a property of the
 * element; `browser.dom` does not exist in either, and outside an extension only open roots can be seen.
 */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  if (!element.localName.includes('-')) return null;
  const opener = (globalThis as ShadowOpener).chrome?.dom;
  if (opener) return opener.openOrClosedShadowRoot(element);
  return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null;
}

export interface LiveValue {
  readonly text: string;
  /** Browser format (`type=number`, `type=date`), independent of locale. */
  readonly plain: boolean;
}

/** A control's current value; null while it has nothing that could hold one. */
export function liveValue(control: Element): LiveValue | null {
  switch (control.localName) {
    case 'kat-dropdown':
      return dropdownValue(control);
    case 'input': {
      const input = control as HTMLInputElement;
      return { text: input.value, plain: input.type === 'number' || input.type === 'date' };
    }
    case 'textarea':
    case 'select':
      return { text: (control as HTMLTextAreaElement | HTMLSelectElement).value, plain: false };
  }
  if (!control.localName.startsWith('kat-')) return { text: editedText(control), plain: false };
  const input = innerInput(control);
  if (input) return liveValue(input);
  const attribute = control.getAttribute('value');
  return attribute === null ? null : { text: attribute, plain: false };
}

/** An editor's text, one line per paragraph. */
function editedText(editor: Element): string {
  const { children } = editor;
  // Only a document's `textContent` is null.
  if (children.length < 2) return editor.textContent as string;
  return Array.from(children, ({ textContent }) => textContent)
    .join('\n')
    .trim();
}

/** Whether a checkbox or radio button is on. */
export function isChecked(control: Element): boolean {
  if (control.localName === 'input') return (control as HTMLInputElement).checked;
  const input = innerInput(control) as HTMLInputElement | null;
  return input && 'checked' in input ? input.checked : control.hasAttribute('checked');
}

/** The control that really receives input: in the shadow root, otherwise in the light tree; never the hidden copy. */
const inner = new WeakMap<Element, Element>();

function innerInput(host: Element): Element | null {
  const known = inner.get(host);
  if (known?.isConnected) return known;
  const found = inShadow(host) ?? inLight(host);
  if (found) inner.set(host, found);
  return found;
}

function inShadow(host: Element): Element | null {
  const root = shadowRootOf(host);
  if (!root) return null;
  const input = root.querySelector('input,textarea');
  if (input) return input;
  // A date picker contains a kat-input, which contains the input.
  const nested = root.querySelector(KATAL);
  return nested ? (innerInput(nested) ?? nested) : null;
}

function inLight(host: Element): Element | null {
  for (const input of host.querySelectorAll('input,textarea')) {
    if (!input.closest(PRIVATE)) return input;
  }
  return null;
}

/** The code of the selected option. The displayed text is live; the host's attribute may lag behind. */
function dropdownValue(host: Element): LiveValue | null {
  const attribute = host.getAttribute('value');
  const shown = shadowRootOf(host)?.querySelector('.selection-text:not(.hidden)')?.textContent?.trim();
  const options = shown ? optionsOf(host).filter((option) => option.name === shown) : [];
  const text = options.length === 1 && options[0] ? options[0].value : attribute;
  return text === null ? null : { text, plain: false };
}

function optionsOf(host: Element): { name: string; value: string }[] {
  try {
    const options: unknown = JSON.parse(host.getAttribute('options') ?? '[]');
    return Array.isArray(options) ? options.filter((option) => typeof option?.value === 'string') : [];
  } catch {
    return [];
  }
}
