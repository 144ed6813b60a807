import type { ReportKind } from '../files/reading/worker-messages.ts';
import type { TextName } from '../shell/texts.ts';

/** What each report is called, and what it lets us answer. */
export const reportTexts: Readonly<Record<ReportKind, { readonly name: TextName; readonly answers: TextName }>> = {
  orders: { name: 'reportOrders', answers: 'reportOrdersAnswers' },
  inventory: { name: 'reportInventory', answers: 'reportInventoryAnswers' },
  fees: { name: 'reportFees', answers: 'reportFeesAnswers' },
  listings: { name: 'reportListings', answers: 'reportListingsAnswers' },
  'flat-file': { name: 'reportFlatFile', answers: 'reportFlatFileAnswers' },
  table: { name: 'reportTable', answers: 'reportTableAnswers' },
};

export function reportName(kind: string): TextName {
  return Object.hasOwn(reportTexts, kind) ? reportTexts[kind as ReportKind].name : 'reportTable';
}
