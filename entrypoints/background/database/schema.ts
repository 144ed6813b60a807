import type { DBSchema } from 'idb';
import type {
  CatalogueRow,
  DayRow,
  FindingsRow,
  ImportRow,
  ListingRow,
  ObservationRow,
  OrderLinesRow,
  PaidPricesRow,
  ReadingRow,
  RestoringRow,
  StoreRow,
  SummaryRow,
  UpcomingRow,
} from '../rows/rows.ts';

export const DATABASE = 'preflight';

export interface PreflightSchema extends DBSchema {
  stores: { key: string; value: StoreRow };
  listings: {
    key: [string, string];
    value: ListingRow;
    indexes: { asin: [string, string]; wider: [string, string] };
  };
  findings: { key: [string, string]; value: FindingsRow; indexes: { problems: [string, string, number] } };
  summaries: { key: string; value: SummaryRow };
  observations: { key: [string, string, string]; value: ObservationRow };
  readings: { key: [string, string]; value: ReadingRow };
  catalogue: {
    key: [string, string];
    value: CatalogueRow;
    indexes: {
      worst: [string, number, string];
      name: [string, string, string];
      price: [string, number, string];
      margin: [string, number, string];
      changed: [string, number, string];
      found: [string, string, number, string];
      code: string;
    };
  };
  days: { key: [string, string]; value: DayRow };
  upcoming: { key: string; value: UpcomingRow };
  restoring: { key: number | string; value: RestoringRow };
  paidPrices: { key: [string, string]; value: PaidPricesRow; indexes: { asin: [string, string] } };
  orderLines: { key: [string, string]; value: OrderLinesRow };
  imports: { key: string; value: ImportRow; indexes: { stores: string } };
}
