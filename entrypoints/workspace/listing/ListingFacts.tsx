import { useId } from 'react';
import type { ListingPartProps } from './part-props.ts';

/** All known facts of the listing, with origin and date. */
export function ListingFacts({ view, texts }: ListingPartProps) {
  const id = useId();
  return (
    <section className="listing-part" aria-labelledby={id}>
      <h2 id={id}>{texts.say('factsTitle')}</h2>
      {view.facts.length === 0 ? (
        <p className="lead">{texts.say('factsNone')}</p>
      ) : (
        <table className="facts">
          <thead>
            <tr>
              <th scope="col">{texts.say('factName')}</th>
              <th scope="col">{texts.say('factValue')}</th>
              <th scope="col">{texts.say('factOrigin')}</th>
            </tr>
          </thead>
          <tbody>
            {view.facts.map(({ fact, label, shown, origin }) => (
              <tr key={fact}>
                <th scope="row">{label}</th>
                <td>{shown}</td>
                <td className="facts-origin">{origin}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
