import { type Marketplace, type Site, sitesOf, storeCurrency } from '../../../rules/engine/sites.ts';
import type { StoreMark, StoreSignals } from '../../console.content/reading/reading.ts';
import { consoles } from '../consoles/guides.ts';

/** A site named by one of the page's own signals. */
export interface SiteProof {
  readonly by: StoreMark['by'];
  readonly site: Site;
}

/** A store is marketplace, site and seller. */
export interface KnownStore {
  readonly known: true;
  /** `<marketplace>|<site>|<seller name, otherwise id>`. */
  readonly key: string;
  readonly marketplace: Marketplace;
  readonly site: Site;
  readonly sellerName: string | null;
  readonly sellerId: string | null;
  /** ISO 4217 code in which it enters its prices. */
  readonly currency: string;
  /** Nothing on the page names the site, only its host does. */
  readonly onlyHost: boolean;
}

export interface UnknownStore {
  readonly known: false;
  readonly marketplace: Marketplace;
  readonly reason: 'signals-disagree' | 'site-not-known' | 'no-site' | 'no-seller';
  /** What the signals say, in the order in which they are trusted. */
  readonly proofs: readonly SiteProof[];
}

export type Store = KnownStore | UnknownStore;

const order: readonly SiteProof['by'][] = ['page-global', 'address', 'storage', 'header', 'picker'];

/**
 * Decides which store a page shows. The page's own signals decide when they agree; the host counts only when there is
 * no other signal, because a host can show another site's data. `hostSite` comes from the sender's address.
 * @param language BCP 47 language of the page's text, in which its header names countries
 */
export function resolveStore(
  marketplace: Marketplace,
  hostSite: Site | null,
  signals: StoreSignals,
  language: string,
): Store {
  const strong = proofsIn(marketplace, signals, language);
  const unknown = (reason: UnknownStore['reason'], proofs: readonly SiteProof[]): UnknownStore => ({
    known: false,
    marketplace,
    reason,
    proofs,
  });
  if (namesNoSite(marketplace, signals, language)) return unknown('site-not-known', strong);
  const first = strong[0]?.site ?? hostSite;
  if (strong.some(({ site }) => site !== first)) return unknown('signals-disagree', strong);
  if (first === null) return unknown('no-site', []);
  if (!sitesOf[marketplace].includes(first)) return unknown('site-not-known', strong);
  const sellerName = named(signals.sellerName);
  const sellerId = named(consoles[marketplace].sellerId(signals.sellerId));
  const seller = sellerName ?? sellerId;
  if (seller === null) return unknown('no-seller', strong);
  return {
    known: true,
    key: `${marketplace}|${first}|${seller}`,
    marketplace,
    site: first,
    sellerName,
    sellerId,
    currency: storeCurrency(marketplace, first),
    onlyHost: strong.length === 0,
  };
}

function proofsIn(marketplace: Marketplace, { marks }: StoreSignals, language: string): SiteProof[] {
  const proofs = marks.flatMap((mark) => {
    const site = consoles[marketplace].site(mark, language);
    return site === null ? [] : [{ by: mark.by, site }];
  });
  return proofs.sort(byTrust);
}

/**
 * Whether the page carries a marketplace id that belongs to no store we know, such as that of multi-channel fulfilment.
 * The host must not stand in for it. A header that is not understood is another matter: it may be any text.
 */
function namesNoSite(marketplace: Marketplace, { marks }: StoreSignals, language: string): boolean {
  return marks.some(
    (mark) =>
      (mark.by === 'page-global' || mark.by === 'address') && consoles[marketplace].site(mark, language) === null,
  );
}

function byTrust(a: SiteProof, b: SiteProof): number {
  return order.indexOf(a.by) - order.indexOf(b.by);
}

function named(text: string | null): string | null {
  const trimmed = text?.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  return trimmed ? trimmed : null;
}
