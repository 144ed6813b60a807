import { browser } from 'wxt/browser';
import type { FactName } from '../../rules/facts.ts';
import type { Marketplace } from '../../rules/sites.ts';
import type { Done, Request } from './api.ts';
import type { GuessedColumns } from './api-imports.ts';
import { decisions } from './decisions.ts';
import { comparable, guessColumns, isMappable, mappableFacts } from './imports/mappable.ts';
import { languageOf } from './language.ts';
import { factHeading } from './present/messages.ts';
import { z } from './schema.ts';

const MAPPINGS = 'importMappings';
/** More tables than a seller has; the oldest is forgotten. */
const MOST_MAPPINGS = 50;

const schema = z.array(
  z.object({
    marketplace: z.enum(['amazon', 'temu', 'tiktok']),
    /** Headings of the table, in order of the alphabet. */
    headings: z.array(z.string()),
    /** Facts by heading. */
    columns: z.record(z.string(), z.string()),
  }),
);
type Mapping = z.infer<typeof schema>[number];

/** What each column of a table holds: as the seller said of a table with these headings before, otherwise a guess. */
export async function guessedColumns({ headings, marketplace }: Request<'guess-columns'>): Promise<GuessedColumns> {
  const language = languageOf(await decisions());
  const known = (await remembered()).find((one) => isFor(one, headings, marketplace));
  const said = (heading: string): FactName | null => {
    const fact = known?.columns[comparable(heading)];
    return fact !== undefined && isMappable(fact, marketplace) ? fact : null;
  };
  return {
    columns: known ? headings.map(said) : guessColumns(headings, marketplace),
    isRemembered: known !== undefined,
    facts: mappableFacts(marketplace).map((fact) => ({ fact, label: factHeading(language, fact) })),
  };
}

/** Keeps what the seller said of a table's columns, for the next table with the same headings. */
export async function rememberColumns({ headings, columns, marketplace }: Request<'remember-columns'>): Promise<Done> {
  const named = headings.flatMap((heading, index): [string, string][] => {
    const fact = columns[index];
    return fact ? [[comparable(heading), fact]] : [];
  });
  const mapping = { marketplace, headings: keyOf(headings), columns: Object.fromEntries(named) };
  const others = (await remembered()).filter((one) => !isFor(one, headings, marketplace));
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
