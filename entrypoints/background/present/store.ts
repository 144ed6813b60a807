import { siteText } from '../../../components/marketplace-texts.ts';
import type { PresentedStore } from '../messages/shown.ts';
import type { Language } from '../messages/words.ts';
import type { Store, UnknownStore } from '../shops/stores.ts';
import { type InterfaceText, interfaceText } from './messages.ts';
import { list } from './values.ts';

/** The shop a page belongs to, or why it is unknown. */
export function presentStore(store: Store, language: Language): PresentedStore {
  if (!store.known)
    return { known: false, name: interfaceText(language, 'storeUnknown'), note: whyUnknown(store, language) };
  return {
    known: true,
    name: storeName(store.sellerName ?? store.sellerId ?? '', store.marketplace, store.site, language),
    note: store.onlyHost
      ? interfaceText(language, 'storeOnlyHost', { site: siteName(store.marketplace, store.site, language) })
      : '',
  };
}

/** Name of a site from its marketplace's texts, else its code. */
export function siteName(marketplace: string, site: string, language: Language): string {
  return siteText(language, marketplace, 'sites', site);
}

export function storeName(seller: string, marketplace: string, site: string, language: Language): string {
  return interfaceText(language, 'storeName', { seller, site: siteName(marketplace, site, language) });
}

const reasons: Record<UnknownStore['reason'], InterfaceText> = {
  'signals-disagree': 'storeSignalsDisagree',
  'site-not-known': 'storeSiteNotKnown',
  'no-site': 'storeNoSite',
  'no-seller': 'storeNoSeller',
};

const proofs: Record<UnknownStore['proofs'][number]['by'], InterfaceText> = {
  'page-global': 'proofPageGlobal',
  address: 'proofAddress',
  header: 'proofHeader',
  picker: 'proofHeader',
  storage: 'proofHeader',
};

function whyUnknown(store: UnknownStore, language: Language): string {
  const named = store.proofs.map(({ by, site }) =>
    interfaceText(language, proofs[by], { site: siteName(store.marketplace, site, language) }),
  );
  return interfaceText(language, reasons[store.reason], { proofs: list(language, named) });
}
