import type { Language } from '../background/messages/words.ts';
import { day } from '../background/present/values.ts';
import type { PeriodRow, RuleEntry } from './model.ts';
import { type ReferenceText, referenceText } from './texts.ts';
import type { NumberLine } from './values.ts';

interface RuleProps {
  readonly rule: RuleEntry;
  readonly language: Language;
}

/** Since when, where, which numbers, how sure. */
export function Periods({ rule, language }: RuleProps) {
  const say = (name: ReferenceText) => referenceText(language, name);
  return (
    <section className="periods">
      <h4 id={`${rule.anchor}.periods`}>{say('periods')}</h4>
      <table aria-labelledby={`${rule.anchor}.periods`}>
        <thead>
          <tr>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('where')}</th>
            <th scope="col">{say('numbers')}</th>
          </tr>
        </thead>
        <tbody>
          {rule.periods.map((period) => (
            <tr key={`${period.when} ${period.where}`}>
              <td>
                {period.when}
                {period.status === 'not-published' && <span className="status">{say('notPublished')}</span>}
              </td>
              <td>{period.where}</td>
              <td>
                <Numbers period={period} language={language} />
                <span className="certainty">
                  {period.certainty}
                  {period.footnotes.map((place) => ` [${place}]`)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Numbers({ period, language }: { readonly period: PeriodRow; readonly language: Language }) {
  const plain = period.numbers.filter(({ rows }) => rows === undefined);
  const opened = period.numbers.filter((line): line is Required<NumberLine> => line.rows !== undefined);
  if (period.status === 'not-published') return null;
  if (period.numbers.length === 0) return <p className="no-number">{referenceText(language, 'noNumber')}</p>;
  return (
    <>
      {plain.length > 0 && (
        <ul className="numbers-list">
          {plain.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {opened.map(({ text, rows }) => (
        <details key={text}>
          <summary>{text}</summary>
          <ul className="table-rows">
            {rows.map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

/** Where the numbers were read, numbered as in the table, with the day of reading. */
export function Sources({ rule, language }: RuleProps) {
  const say = (name: ReferenceText) => referenceText(language, name);
  return (
    <section className="sources">
      <h4>{say('sources')}</h4>
      {rule.sources.length === 0 && <p>{say('noSource')}</p>}
      {rule.sources.length > 0 && (
        <ol>
          {rule.sources.map(({ title, where, addresses: [address, ...further], seen }) => (
            <li key={title}>
              {address ? <Link address={address} text={title} /> : title}
              {further.map((other, index) => (
                <span key={other}>
                  {' '}
                  <Link address={other} text={`(${index + 2})`} />
                </span>
              ))}
              <span className="seen">
                {where ? ` ${where},` : ''} {referenceText(language, 'seen', { day: day(language, seen) })}
              </span>
            </li>
          ))}
        </ol>
      )}
      {rule.notes.length > 0 && (
        <details>
          <summary>{say('notes')}</summary>
          <ul className="table-rows" lang="en">
            {rule.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Link({ address, text }: { readonly address: string; readonly text: string }) {
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}
