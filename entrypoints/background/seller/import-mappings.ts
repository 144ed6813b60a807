import { browser } from 'wxt/browser';
import type { FactName } from '../../../rules/engine/facts.ts';
import type { Marketplace } from '../../../rules/engine/sites.ts';
import { marketplaces } from '../../../rules/engine/sites.ts';
import type { GuessedColumns, TablePurpose } from '../messages/imports.ts';
import type { Request } from '../messages/requests.ts';
import { z } from '../messages/schema.ts';
import type { Done } from '../messages/words.ts';
import { factHeading } from '../present/messages.ts';
import { comparable } from '../understanding/headings.ts';
import {
  areSettled,
  checkableFacts,
  guessColumns,
  mappableFacts,
  namedColumns,
  understoodColumns,
} from '../understanding/mappable.ts';
import { decisions } from './decisions.ts';
import { languageOf } from './language.ts';

const MAPPINGS = 'importMappings';
/** More tables than a seller has; beyond it the oldest is dropped. */
const MOST_MAPPINGS = 50;

const schema = z.array(
  z.object({
    marketplace: z.enum(marketplaces),
    /** Headings of the table, sorted. */
    headings: z.array(z.string()),
    /** Facts by heading. */
    columns: z.record(z.string(), z.string()),
  }),
);
type Mapping = z.infer<typeof schema>[number];

/** The content of each column: as the seller mapped a table with these headings before, otherwise a guess. */
export async function guessedColumns(request: Request<'guess-columns'>): Promise<GuessedColumns> {
  const { headings, marketplace, purpose } = request;
  const language = languageOf(await decisions());
  const offered = offeredFacts(request);
  const named = purpose === 'check' ? namedColumns(headings, marketplace) : [];
  const known = (await remembered()).find((one) => isFor(one, headings, marketplace));
  const kept = mappableFacts(marketplace);
  const said = (heading: string, index: number): FactName | null => {
    const fact = offered.find((one) => one === known?.columns[comparable(heading)]);
    if (fact !== undefined) return fact;
    // An import never asks about facts it does not store.
    const own = named[index] ?? null;
    return own !== null && !kept.includes(own) ? own : null;
  };
  return {
    columns: known ? headings.map(said) : guessed(request),
    isSettled: purpose === 'check' ? areSettled(headings, marketplace) : headings.map(() => false),
    isRemembered: known !== undefined,
    facts: offered.map((fact) => ({ fact, label: factHeading(language, fact) })),
  };
}

function guessed({ headings, marketplace, purpose }: Asked): (FactName | null)[] {
  return purpose === 'check' ? understoodColumns(headings, marketplace) : guessColumns(headings, marketplace);
}

interface Asked {
  readonly headings: readonly string[];
  readonly marketplace: Marketplace;
  readonly purpose: TablePurpose;
}

function offeredFacts({ headings, marketplace, purpose }: Asked): readonly FactName[] {
  return purpose === 'check' ? checkableFacts(headings, marketplace) : mappableFacts(marketplace);
}

/** Remembers the seller's mapping of a table's columns, for the next table with the same headings. */
export async function rememberColumns(request: Request<'remember-columns'>): Promise<Done> {
  const { headings, columns, marketplace } = request;
  const offered: readonly string[] = offeredFacts(request);
  const named = headings.flatMap((heading, index): [string, string][] => {
    const fact = columns[index];
    return fact ? [[comparable(heading), fact]] : [];
  });
  const all = await remembered();
  const before = all.find((one) => isFor(one, headings, marketplace))?.columns ?? {};
  // Keep mappings that this table could not offer: they came from another one.
  const kept = Object.entries(before).filter(([, fact]) => !offered.includes(fact));
  const mapping = { marketplace, headings: keyOf(headings), columns: Object.fromEntries([...kept, ...named]) };
  const others = all.filter((one) => !isFor(one, headings, marketplace));
  await browser.storage.local.set({ [MAPPINGS]: [mapping, ...others].slice(0, MOST_MAPPINGS) });
  return { done: true };
}

async function remembered(): Promise<readonly Mapping[]> {
  const stored = schema.safeParse((await browser.storage.local.get(MAPPINGS))[MAPPINGS]);
  return stored.success ? stored.data : [];
}

function isFor(mapping: Mapping, headings: readonly string[], marketplace: Marketplace): boolean {
  const key = keyOf(headings);
  return (
    mapping.marketplace === marketplace &&
    mapping.headings.length === key.length &&
    mapping.headings.every((heading, index) => heading === key[index])
  );
}

function keyOf(headings: readonly string[]): string[] {
  return headings.map(comparable).sort();
}
