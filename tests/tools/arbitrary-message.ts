import fc from 'fast-check';

/** The parts of a zod schema that say what it takes. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly keyType?: Schema;
  readonly valueType?: Schema;
  readonly in?: Schema;
  readonly out?: Schema;
  readonly options?: readonly Schema[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
  readonly format?: string;
}

interface Check {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number | bigint;
  readonly pattern?: RegExp;
}

export interface Schema {
  readonly _zod: { readonly def: Definition };
}

/** Long enough to meet the bounds of names, short enough to make many. */
const LONGEST_TEXT = 300;
const MOST_ITEMS = 4;

/** Texts a page or a file would try: markup, signs, halves of characters, numbers, names of an object's own parts. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: LONGEST_TEXT }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-0.00',
    '1e999',
    'NaN',
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
    'toString',
    'page',
    'amazon/title-length|page',
    '["ignored"]',
    '{"',
    '<img src=x onerror=alert(1)>',
    '\u202e2.50$',
    '2026-02-30',
    '9'.repeat(200),
  ),
);

function patternedText(def: Definition): fc.Arbitrary<string> {
  const pattern = def.checks?.map(({ _zod }) => _zod.def.pattern).find((one) => one !== undefined);
  return pattern ? fc.stringMatching(pattern) : textOf(def);
}

/** Values that a schema takes. Throws for a kind of schema that no message had so far. */
export function arbitraryOf({ _zod: { def } }: Schema): fc.Arbitrary<unknown> {
  switch (def.type) {
    case 'object':
      return fc.record(mapped(def.shape ?? {}, arbitraryOf), { noNullPrototype: true });
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'string':
      return def.format === 'date' ? fc.constantFrom('2026-11-20', '2024-02-29', '9999-12-31') : patternedText(def);
    case 'number':
      return numberOf(def);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'unknown':
      return fc.anything({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value) ?? 'null'));
    case 'nullable':
      return fc.option(arbitraryOf(def.innerType as Schema), { nil: null });
    case 'optional':
      return fc.option(arbitraryOf(def.innerType as Schema), { nil: undefined });
    case 'array':
      return fc.array(arbitraryOf(def.element as Schema), { maxLength: Math.min(boundsOf(def).most, MOST_ITEMS) });
    case 'record':
      return fc.dictionary(
        arbitraryOf(def.keyType as Schema) as fc.Arbitrary<string>,
        arbitraryOf(def.valueType as Schema),
        {
          maxKeys: MOST_ITEMS,
        },
      );
    case 'catch':
      return arbitraryOf(def.innerType as Schema);
    case 'pipe':
      // What only counts the parts of a message leaves their shape to the schema behind it.
      return arbitraryOf((def.in?._zod.def.type === 'unknown' ? def.out : def.in) as Schema);
    case 'union':
      return fc.oneof(...(def.options ?? []).map(arbitraryOf));
    default:
      throw new Error(`No values are made for a schema of the type "${def.type}".`);
  }
}

function mapped<Value, Result>(record: Readonly<Record<string, Value>>, map: (value: Value) => Result) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function boundsOf({ checks = [] }: Definition) {
  const all = checks.map(({ _zod }) => _zod.def);
  const least = all.find(({ check }) => check === 'min_length')?.minimum ?? 0;
  const most = all.find(({ check }) => check === 'max_length')?.maximum ?? LONGEST_TEXT;
  const above = all.find(({ check }) => check === 'greater_than')?.value;
  const below = all.find(({ check }) => check === 'less_than')?.value;
  return {
    least,
    most,
    above: above === undefined ? undefined : Number(above),
    below: below === undefined ? undefined : Number(below),
  };
}

function textOf(def: Definition): fc.Arbitrary<string> {
  const { least, most } = boundsOf(def);
  return hostileText.map((text) => text.slice(0, most).padEnd(least, 'x'));
}

function numberOf(def: Definition): fc.Arbitrary<number> {
  const { above, below } = boundsOf(def);
  const isWhole = def.checks?.some(({ _zod }) => _zod.def.check === 'number_format');
  if (!isWhole) return fc.double({ noNaN: true, noDefaultInfinity: true });
  return fc.integer({ ...(above === undefined ? {} : { min: above }), ...(below === undefined ? {} : { max: below }) });
}

/** A message with something in it changed, lost, added or put into another place. */
export function mutated(message: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(message, fc.nat(), anyValue, fc.constantFrom('change', 'drop', 'add', 'nest', 'lengthen'))
    .map(([whole, at, value, how]) => {
      const copy = structuredClone(whole);
      const places = placesIn(copy).filter(({ key }) => key !== 'kind');
      const place = places[at % Math.max(1, places.length)];
      if (!place) return { ...(copy as object), more: value };
      const { holder, key } = place;
      if (how === 'drop') delete holder[key];
      else if (how === 'add') holder[`${key}2`] = value;
      else if (how === 'nest') holder[key] = { value: holder[key] };
      else if (how === 'lengthen') holder[key] = 'x'.repeat(30_000);
      else holder[key] = value;
      return copy;
    });
}

const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined, [], {}, [[]], Number.MAX_SAFE_INTEGER + 2),
);

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}
