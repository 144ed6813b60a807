import { byColumn, byPair, defineReader, money } from '../reader.ts';
import * as labels from './labels.ts';

/** What the shop has paid as deposit. */
export const deposit = defineReader({
  id: 'tiktok/deposit',
  evidence: {
    seen: '2026-04',
    certainty: 'C',
    note: 'Three Chinese words are documented, not how the page is built: as a table, or each word with its amount behind it.',
  },
  matches: (address) => /^\/deposit(?:\/|$)/.test(address.pathname),
  layouts: [
    {
      generation: 'table',
      landmarks: [{ table: true }],
      rows: {
        by: 'table',
        headers: [labels.depositPaid, labels.depositPending, labels.depositStatus],
        least: 2,
        key: ['depositPaid'],
        fields: { depositPaid: money([byColumn(labels.depositPaid)], { none: labels.nothing, requiredWith: 'td' }) },
      },
    },
    {
      generation: 'words',
      landmarks: [{ heading: labels.deposit }],
      fields: {
        depositPaid: money([{ by: 'prefix', words: labels.depositPaid }, byPair(labels.depositPaid)], {
          none: labels.nothing,
          requiredWith: 'body',
        }),
      },
    },
  ],
});
