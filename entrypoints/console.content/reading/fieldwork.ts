import type { Field, FieldLocator, Fields } from '../../background/consoles/reader.ts';
import { isTimeOfDay, timeBehind, unitBeside } from './form.ts';
import type { PageReading } from './reading.ts';
import { ambiguous, type Hit, readingOf, unreadable } from './value.ts';

const ABSENT: PageReading = { state: 'absent' };

/** Reads the fields of one record. */
export class Fieldwork {
  readonly readings: Record<string, PageReading> = {};
  readonly elements = new Map<string, Element>();
  readonly #fields: Fields;
  readonly #hits: (locator: FieldLocator, field: Field) => Hit[];
  readonly #scope: Document | Element;

  constructor(fields: Fields, hits: (locator: FieldLocator, field: Field) => Hit[], scope: Document | Element) {
    this.#fields = fields;
    this.#hits = hits;
    this.#scope = scope;
  }

  add(name: string, reading: PageReading | null): void {
    this.readings[name] = reading ?? this.#missing(this.#fields[name as keyof Fields] as Field);
  }

  /**
   * Null if no locator hits. A taught locator's value holds unless a later locator reads a different one; if it cannot
   * read the field, the others try.
   */
  read(name: string, field: Field): PageReading | null {
    const { when } = field;
    const other = when && this.readings[when.field];
    const isOpen = when && !(other?.state === 'read' && other.value === when.is);
    if (isOpen && other?.state === 'read') return ABSENT;
    let taught: PageReading | null = null;
    for (const locator of field.at) {
      // Unknown which of two fields a shared control holds: only a locator taught for this field counts.
      if (isOpen && !locator.taught) break;
      const hits = this.#inCurrency(this.#hits(locator, field), field);
      if (hits.length === 0) continue;
      const { via = '' } = locator;
      const { reading, element } = oneOf(field, hits, via);
      if (taught && reading.state === 'unreadable') continue;
      if (taught && taught.state !== 'unreadable') {
        if (isSame(taught, reading)) return taught;
        return ambiguous([
          { reading: taught, via: viaOf(taught) },
          { reading, via },
        ]);
      }
      this.elements.set(name, element);
      if (!locator.taught) return reading;
      taught = reading;
    }
    return taught ?? (isOpen ? (other?.state === 'unreadable' ? unreadable(other.reason) : ABSENT) : null);
  }

  /** Amounts in the currency stated by the currency field, which takes precedence over the header's. */
  #inCurrency(hits: Hit[], { currency }: Field): Hit[] {
    const named = currency && this.readings[currency];
    const over = named?.state === 'read' && named.value;
    return over ? hits.map((hit) => ({ ...hit, over: String(over) })) : hits;
  }

  #missing(field: Field): PageReading {
    const { requiredWith, requiredBeside } = field;
    const beside = requiredBeside && this.readings[requiredBeside]?.state;
    if (beside === 'read' || beside === 'written') return unreadable('not-found');
    return requiredWith && this.#scope.querySelector(requiredWith) ? unreadable('not-found') : ABSENT;
  }
}

/** The common reading of several hits. If they disagree, hits invisible to the seller are ignored. */
export function oneOf(field: Field, hits: readonly Hit[], via: string): { reading: PageReading; element: Element } {
  const candidates = withoutTimes(field, hits).map((hit) => ({
    reading: readingOf(field, completed(field, hit), via),
    element: hit.element,
  }));
  const [first] = candidates as [{ reading: PageReading; element: Element }];
  if (candidates.length === 1) return first;
  if (candidates.every(({ reading }) => isSame(reading, first.reading))) return first;
  const seen = candidates.filter(({ element }) => element.checkVisibility?.() ?? true);
  const [only] = seen;
  if (only && seen.every(({ reading }) => isSame(reading, only.reading))) return only;
  const differing = candidates.map(({ reading }) => ({ reading, via }));
  return { reading: ambiguous(differing), element: first.element };
}

/** A control combined with adjacent elements: the unit of an amount, the time of a moment. */
function completed(field: Field, hit: Hit): Hit {
  if (!hit.control) return hit;
  if (field.kind === 'moment') return { ...hit, time: timeBehind(hit.control) };
  const hasUnit = field.kind === 'money' || field.kind === 'percent';
  return hasUnit && hit.mark === undefined ? { ...hit, mark: unitBeside(hit.control) } : hit;
}

/** One label may name both the day's control and the time's: the first is the moment's. */
function withoutTimes({ kind }: Field, hits: readonly Hit[]): readonly Hit[] {
  if (kind !== 'moment') return hits;
  const days = hits.filter(({ control }) => !control || !isTimeOfDay(control));
  return days.length > 0 ? days : hits;
}

/** The locator that produced a reading; empty if it has no value. */
export function viaOf(reading: PageReading): string {
  return 'via' in reading ? reading.via : '';
}

export function isSame(a: PageReading | undefined, b: PageReading): boolean {
  return withoutSource(a) === withoutSource(b);
}

/** A reading without its locator. */
function withoutSource(reading: PageReading | undefined): string {
  return JSON.stringify(reading, (name, value) => (name === 'via' || name === 'found' ? undefined : value));
}
