import type { FactName, WireValue } from '../../../rules/engine/facts.ts';
import { cut } from '../present/values.ts';
import { type Identity, nameOf } from '../rows/listing-identity.ts';

/**
 * What a listing is called where listings are named: its title, with the variant where a SKU has one; else a code.
 * @param known what is known of the listing
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
