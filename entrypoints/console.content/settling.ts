/**
 * Nothing that a page shows for a moment while it loads may be kept: inputs stand empty until their values arrive, rows
 * without their prices. What was read of a record counts once it has stood this long.
 */
export const QUIET_MS = 3000;

/** When to look again, past all rounding of clocks. */
export const LOOK_AGAIN_MS = QUIET_MS + 100;

/** A page that never comes to rest, or never takes its spinner away, is taken as it is after this long. */
export const LONGEST_UNSETTLED_MS = 15_000;

/**
 * What says that a page is still loading: the states of WAI-ARIA, and placeholders, which every library calls skeletons.
 * Temu's spinning mask is on every page and always there (consoles, Temu 5), so that no class of a spinner is among them.
 */
const BUSY = '[aria-busy="true"],[role="progressbar"]:not([aria-valuenow]),[class*="skeleton" i]';

interface Standing {
  text: string;
  /** When it last became another by itself; milliseconds of the page's clock. */
  since: number;
  /** When it began to be unsettled. */
  from: number;
  settled: boolean;
}

/** What has come to rest. */
export interface Settled {
  /** The page as a whole: which records there are, what stands beside them, and every record. */
  readonly settled: boolean;
  /** Keys of the records that may still be loading. */
  readonly unsettled: string[];
}

/** Tells which records of a page have come to rest. What the seller types into one that has does not unsettle it. */
export class Settling {
  readonly #records = new Map<string, Standing>();
  readonly #typed = new Set<string>();
  readonly #whole = standing('', 0);
  #around = '';

  /** The seller types into a record; null where it may be any. */
  typed(key: string | null): void {
    for (const one of key === null ? this.#records.keys() : [key]) this.#typed.add(one);
  }

  /**
   * Notes what was read.
   * @param texts of all records on the page, by key
   * @param around what the page says beside its records
   * @param now milliseconds of the page's clock
   */
  read(texts: ReadonlyMap<string, string>, around: string, now: number): void {
    const whole = JSON.stringify([around, [...texts.keys()]]);
    if (this.#whole.text !== whole) unsettle(this.#whole, whole, now);
    for (const [key, known] of this.#records) {
      if (!texts.has(key)) this.#records.delete(key);
      else if (this.#around !== around) unsettle(known, known.text, now);
    }
    this.#around = around;
    for (const [key, text] of texts) {
      const known = this.#records.get(key);
      if (!known) this.#records.set(key, standing(text, now));
      else if (this.#typed.has(key)) known.text = text;
      else if (known.text !== text) unsettle(known, text, now);
    }
    this.#typed.clear();
  }

  settled(now: number, document: Document): Settled {
    let busy: boolean | undefined;
    const settle = (one: Standing) => {
      if (one.settled) return true;
      if (now - one.since >= QUIET_MS) busy ??= isBusy(document);
      one.settled = (now - one.since >= QUIET_MS && !busy) || now - one.from >= LONGEST_UNSETTLED_MS;
      return one.settled;
    };
    const unsettled = [...this.#records].flatMap(([key, one]) => (settle(one) ? [] : key));
    return { settled: settle(this.#whole) && unsettled.length === 0, unsettled };
  }
}

function standing(text: string, now: number): Standing {
  return { text, since: now, from: now, settled: false };
}

function unsettle(one: Standing, text: string, now: number): void {
  if (one.settled) one.from = now;
  one.text = text;
  one.since = now;
  one.settled = false;
}

/** Asked only when something is about to settle: to know whether an element is seen takes the page's layout. */
function isBusy(document: Document): boolean {
  if (document.readyState !== 'complete') return true;
  for (const element of document.querySelectorAll(BUSY)) if (element.checkVisibility()) return true;
  return false;
}
