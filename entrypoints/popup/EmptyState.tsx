import type { Texts } from './texts.ts';

const pages = [
  ['emptyCoupon', 'emptyCouponChecks'],
  ['emptyEditor', 'emptyEditorChecks'],
  ['emptyInventory', 'emptyInventoryChecks'],
  ['emptyPricing', 'emptyPricingChecks'],
] as const;

/** Nothing was checked yet: says which pages to open. */
export function EmptyState({ texts }: { readonly texts: Texts }) {
  return (
    <section className="empty">
      <h2 className="lone-title">{texts.say('emptyTitle')}</h2>
      <p>{texts.say('emptyLead')}</p>
      <ul className="empty-pages">
        {pages.map(([name, checks]) => (
          <li key={name} className="empty-page">
            <strong>{texts.say(name)}</strong>
            <span className="empty-checks">{texts.say(checks)}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{texts.say('emptyPrivacy')}</p>
    </section>
  );
}
