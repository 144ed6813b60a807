import { useId } from 'react';
import { marketplaceNamed } from '../../../rules/engine/sites.ts';
import { EntryField } from './EntryField.tsx';
import type { ListingPartProps } from './part-props.ts';

/** Margin of one unit, fee by fee, with the cost's input beside it. */
export function ListingMargin({ view, texts, onEnter, announce }: ListingPartProps) {
  const id = useId();
  const { margin, store } = view;
  const isDeclared = marketplaceNamed[store.marketplace].priceIsPaidBy === 'platform';
  const marketplace = texts.say(store.marketplace);
  const { price, lines, open, unitCost, left, percent, atMost, beforeReferral } = margin;
  const openFees = texts.list(open.map(({ label }) => label));
  return (
    <section className="listing-part" aria-labelledby={id}>
      <h2 id={id}>{texts.say('marginTitle')}</h2>
      {price === null ? (
        <p className="lead">{texts.say('marginNoPrice')}</p>
      ) : (
        <table className="margin">
          <tbody>
            <tr>
              <th scope="row">
                {isDeclared ? texts.say('marginDeclared', { marketplace }) : texts.say('marginPrice')}
              </th>
              <td>{price}</td>
            </tr>
            {lines.map(({ fee, label, amount, note }) => (
              <tr key={fee}>
                <th scope="row">
                  {label}
                  <span className="margin-note">{note}</span>
                </th>
                <td>{texts.say('minus', { amount })}</td>
              </tr>
            ))}
            {open.map(({ fee, label, missing }) => (
              <tr key={fee} className="margin-open">
                <th scope="row">
                  {label}
                  <span className="margin-note">{missing}</span>
                </th>
                <td>?</td>
              </tr>
            ))}
            <tr className={unitCost === null ? 'margin-open' : ''}>
              <th scope="row">
                {texts.say('marginCost')}
                {unitCost === null && <span className="margin-note">{texts.say('marginCostMissing')}</span>}
              </th>
              <td>{unitCost === null ? '?' : texts.say('minus', { amount: unitCost })}</td>
            </tr>
          </tbody>
          {left !== null && percent !== null && (
            <tfoot>
              <tr>
                <th scope="row">
                  {beforeReferral
                    ? texts.say('marginBefore', { fees: openFees })
                    : texts.say(atMost ? 'marginAtMost' : 'marginLeft')}
                </th>
                <td>
                  {left} <span className={`margin-percent ${atMost ? 'margin-percent-open' : ''}`}>{percent}</span>
                </td>
              </tr>
            </tfoot>
          )}
        </table>
      )}
      <p className="help">{isDeclared ? texts.say('marginLeadDeclared', { marketplace }) : texts.say('marginLead')}</p>
      <EntryField entry={margin.cost} texts={texts} onEnter={onEnter} announce={announce} />
    </section>
  );
}
