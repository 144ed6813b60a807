/**
 * What a page shows only while loading must not be stored: inputs are empty until their values arrive, rows lack their
 * prices. A record's reading counts once it has been unchanged for this long.
 */
export const QUIET_MS = 3000;

/** When to look again, allowing for the rounding of clocks. */
export const LOOK_AGAIN_MS = QUIET_MS + 100;

/** A page that never settles, or never removes its spinner, counts as settled after this long. */
export const LONGEST_UNSETTLED_MS = 15_000;

/**
 * Signs that a page is still loading: WAI-ARIA states, and placeholders, which every library calls skeletons. Temu's
 * spinning mask is permanently on every page (consoles, Temu 5), so spinner classes are not included.
 */
const BUSY = '[aria-busy="true"],[role="progressbar"]:not([aria-valuenow]),[class*="skeleton" i]';

interface Standing {
  text: string;
  /** When it last changed by itself; milliseconds of the page's clock. */
  since: number;
  /** When it became unsettled. */
  from: number;
  settled: boolean;
}

/** What has settled. */
export interface Settled {
  /** The whole page: the set of records, everything besides them, and every record. */
  readonly settled: boolean;
  /** Keys of the records that may still be loading. */
  readonly unsettled: string[];
}

/** Tracks which records of a page have settled. Typing into a settled record does not unsettle it. */
export class Settling {
  readonly #records = new Map<string, Standing>();
  readonly #typed = new Set<string>();
  readonly #whole = standing('', 0);
  #around = '';

  /** The seller is typing into a record; null if it may be any. */
  typed(key: string | null): void {
    for (const one of key === null ? this.#records.keys() : [key]) this.#typed.add(one);
  }

  /**
   * Records a reading.
   * @param texts of all records on the page, by key
   * @param around the page's content besides its records
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

/** Called only when something is about to settle: testing visibility forces layout. */
function isBusy(document: Document): boolean {
  if (document.readyState !== 'complete') return true;
  for (const element of document.querySelectorAll(BUSY)) if (element.checkVisibility()) return true;
  return false;
}
