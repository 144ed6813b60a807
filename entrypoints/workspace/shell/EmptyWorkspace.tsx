import { marketplaceTexts } from '../../../components/marketplace-texts.ts';
import { marketplaces } from '../../../rules/engine/sites.ts';
import type { Texts } from './texts.ts';

/** Shown before anything was checked: says where to begin. */
export function EmptyWorkspace({ texts }: { readonly texts: Texts }) {
  return (
    <section className="empty">
      <h2>{texts.say('emptyTitle')}</h2>
      <p>{texts.say('emptyLead')}</p>
      <dl className="empty-pages">
        {marketplaces.map((marketplace) => (
          <div key={marketplace}>
            <dt>{texts.say(marketplace)}</dt>
            <dd>{marketplaceTexts(texts.language, marketplace).pagesInWorkspace}</dd>
          </div>
        ))}
      </dl>
      <p>{texts.say('emptyPrivacy')}</p>
    </section>
  );
}
