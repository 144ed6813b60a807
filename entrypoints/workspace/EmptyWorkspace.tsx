import type { Texts } from './texts.ts';

const pages = [
  ['amazon', 'emptyAmazon'],
  ['temu', 'emptyTemu'],
  ['tiktok', 'emptyTiktok'],
] as const;

/** Nothing was checked yet: says where it begins. */
export function EmptyWorkspace({ texts }: { readonly texts: Texts }) {
  return (
    <section className="empty">
      <h2>{texts.say('emptyTitle')}</h2>
      <p>{texts.say('emptyLead')}</p>
      <dl className="empty-pages">
        {pages.map(([marketplace, checks]) => (
          <div key={marketplace}>
            <dt>{texts.say(marketplace)}</dt>
            <dd>{texts.say(checks)}</dd>
          </div>
        ))}
      </dl>
      <p>{texts.say('emptyPrivacy')}</p>
    </section>
  );
}
