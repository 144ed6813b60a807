import type { FactName, WireValue } from '../../../rules/engine/facts.ts';
import { cut } from '../present/values.ts';
import { type Identity, nameOf } from '../rows/listing-identity.ts';

/**
 * A listing's display name: its title, with the variant if a SKU has one, otherwise a code.
 * @param known looks up the listing's facts
 */
export function listingName(identity: Identity, known: (name: FactName) => WireValue | undefined): string {
  const [title, product, variant] = [textIn(known('title')), textIn(known('productName')), textIn(known('variant'))];
  const name = title || product;
  if (name === '') return nameOf(identity);
  return variant === '' ? cut(name) : `${cut(name)} · ${cut(variant)}`;
}

function textIn(value: WireValue | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}
