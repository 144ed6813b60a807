import { SeverityMark } from '../../components/SeverityMark.tsx';
import type { Language } from '../background/messages/words.ts';
import { levelName } from '../background/present/finding.ts';
import type { CodeRow } from './codes.ts';
import type { RuleEntry } from './model.ts';
import { type ReferenceText, referenceText } from './texts.ts';

interface CodesProps {
  readonly rule: RuleEntry;
  readonly language: Language;
}

/** The codes that a rule explains, by what they are about; each group is opened to be read. */
export function Codes({ rule, language }: CodesProps) {
  const say = (name: ReferenceText) => referenceText(language, name);
  if (rule.codes.length === 0) return null;
  return (
    <section className="codes">
      <h4>{say('codes')}</h4>
      {rule.codes.map(({ name, codes }) => (
        <details key={name}>
          <summary>{referenceText(language, 'entries', { name, count: codes.length })}</summary>
          <table aria-label={name}>
            <thead>
              <tr>
                <th scope="col">{say('code')}</th>
                <th scope="col">{say('codeMeaning')}</th>
                <th scope="col">{say('codeSource')}</th>
              </tr>
            </thead>
            <tbody>
              {codes.map((row) => (
                <Row key={row.code} row={row} language={language} />
              ))}
            </tbody>
          </table>
        </details>
      ))}
    </section>
  );
}

function Row({ row, language }: { readonly row: CodeRow; readonly language: Language }) {
  const { code, level, text, certainty, footnotes } = row;
  return (
    <tr>
      <th scope="row">
        <SeverityMark level={level} word={levelName(language, level)} /> <code>{code}</code>
      </th>
      <td>{text}</td>
      <td>
        {certainty}
        {footnotes.map((place) => ` [${place}]`)}
      </td>
    </tr>
  );
}
