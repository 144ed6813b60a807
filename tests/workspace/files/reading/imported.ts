import type { TableMapping } from '../../../../entrypoints/workspace/files/reading/mapped-table.ts';
import { readRows, type Taken } from '../../../../entrypoints/workspace/files/reading/read-file.ts';
import type { UnknownTable } from '../../../../entrypoints/workspace/files/reading/recognise.ts';
import { tableToImport } from '../../../../entrypoints/workspace/files/reading/sheets.ts';
import type { WireValue } from '../../../../rules/engine/facts.ts';

const never = new AbortController().signal;
const salt = new Uint8Array(16).fill(7);

/** What an import makes of a file, with what it asks about a table's columns. */
export interface Imported {
  readonly taken: Taken;
  /** Null where nothing is asked. */
  readonly asked: UnknownTable | null;
}

/** Takes a file in as the import's worker does, and answers what its columns hold. */
export async function imported(
  content: string | Uint8Array | Blob,
  answer?: (table: UnknownTable) => TableMapping,
  name = 'report.txt',
): Promise<Imported> {
  let asked: UnknownTable | null = null;
  const table = await tableToImport(new File([content as BlobPart], name), never);
  const taken = await readRows(table, {
    salt,
    askMapping: async (own) => {
      asked = own;
      if (!answer) throw new Error(`Asked about ${own.headings.join(', ')}`);
      return answer(own);
    },
    progress: () => undefined,
  });
  return { taken, asked };
}

/** The facts of each SKU of a report. */
export function factsBySku({ listings }: Taken): { [sku: string]: { readonly [fact: string]: WireValue } } {
  return Object.fromEntries(
    [...(listings?.lines.values() ?? [])].map(({ sku, asin, facts }) => [sku, { asin, ...facts }]),
  );
}
