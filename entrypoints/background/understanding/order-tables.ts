import type { FactName } from '../../../rules/engine/facts.ts';
import { comparable } from './headings.ts';

/** What the number of an order is called. Inferred from everyday use. */
const orderNumbers: ReadonlySet<string> = new Set(
  [
    'order id',
    'order number',
    'order no',
    'amazon order id',
    'merchant order id',
    '订单号',
    '订单编号',
    '子订单号',
    '平台订单号',
    '注文番号',
    'bestellnummer',
    'numéro de commande',
    'número de pedido',
    'numero ordine',
  ].map(comparable),
);

/** What a row of an order says of the order: its quantity is no stock, and its price not today's. */
const ofTheOrder: ReadonlySet<FactName> = new Set<FactName>([
  'quantity',
  'stock',
  'unitsAvailable',
  'yourPrice',
  'price',
  'salePrice',
  'listPrice',
  'declaredPrice',
  'promotionPrice',
]);

/** What columns hold, without what they would hold if a table of orders were one of listings. */
export function withoutOrders(headings: readonly string[], columns: readonly (FactName | null)[]): (FactName | null)[] {
  const isOfOrders = headings.some((heading) => orderNumbers.has(comparable(heading)));
  return columns.map((fact) => (isOfOrders && fact !== null && ofTheOrder.has(fact) ? null : fact));
}
