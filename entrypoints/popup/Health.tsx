import type { PageHealth } from '../background/api.ts';
import { PAGE_RECORD } from '../console.content/reading/reading.ts';
import { Chevron } from './Chevron.tsx';
import type { Texts } from './texts.ts';

/** How well the page was read, in one line; inside, field by field. */
export function Health({ health, texts }: { readonly health: PageHealth; readonly texts: Texts }) {
  if (health.fields.length === 0) return <p className="health quiet">{health.line}</p>;
  return (
    <details className="health">
      <summary className="summary">
        {health.line} <Chevron />
      </summary>
      <table className="health-fields">
        <thead>
          <tr>
            <th scope="col">{texts.say('field')}</th>
            <th scope="col">{texts.say('reading')}</th>
            <th scope="col">{texts.say('foundBy')}</th>
          </tr>
        </thead>
        <tbody>
          {health.fields.map(({ record, field, label, shown, state, via }) => (
            <tr key={`${record} ${field}`}>
              <th scope="row">
                {label}
                {record !== PAGE_RECORD && <span className="health-record">{record}</span>}
              </th>
              <td>
                <span className="health-shown">{shown || state}</span>
              </td>
              <td className="health-via">{via}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
