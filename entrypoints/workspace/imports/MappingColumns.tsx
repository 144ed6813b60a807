import { useEffect, useId, useState } from 'react';
import type { FactName } from '../../../rules/engine/facts.ts';
import type { Marketplace } from '../../../rules/engine/sites.ts';
import type { GuessedColumns } from '../../background/messages/imports.ts';
import type { UnknownTable } from '../files/reading/recognise.ts';
import type { Texts } from '../shell/texts.ts';

export type GuessColumns = (
  headings: readonly string[],
  marketplace: Marketplace,
) => Promise<GuessedColumns | undefined>;

export interface ExplainedColumns {
  readonly guessed: GuessedColumns;
  readonly columns: readonly (FactName | null)[];
  readonly explain: (columns: readonly (FactName | null)[]) => void;
}

/** What a table's columns hold on a marketplace: guessed, then as the seller says. Null until it is guessed. */
export function useColumns(
  table: UnknownTable | null,
  marketplace: Marketplace,
  guess: GuessColumns,
): ExplainedColumns | null {
  const [answered, setAnswered] = useState<{ readonly of: Marketplace; readonly guessed: GuessedColumns } | null>(null);
  const [columns, explain] = useState<readonly (FactName | null)[]>([]);
  useEffect(() => {
    let isOutdated = false;
    if (!table) return;
    void guess(table.headings, marketplace).then((answer) => {
      if (isOutdated || !answer) return;
      setAnswered({ of: marketplace, guessed: answer });
      explain(answer.columns);
    });
    return () => {
      isOutdated = true;
    };
  }, [table, marketplace, guess]);
  // What was guessed for one marketplace says nothing of another.
  return answered?.of === marketplace ? { guessed: answered.guessed, columns, explain } : null;
}

interface MappingColumnsProps {
  readonly table: UnknownTable;
  readonly explained: ExplainedColumns;
  readonly texts: Texts;
}

/** A table's headings with some of their cells, and what each of them holds. */
export function MappingColumns({ table, explained: { guessed, columns, explain }, texts }: MappingColumnsProps) {
  return (
    <div className="mapping-columns">
      {table.headings.map(
        (heading, index) =>
          !guessed.isSettled[index] && (
            <ColumnChoice
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name, and two may have one heading
              key={index}
              heading={heading}
              samples={table.samples.map((row) => row[index] ?? '')}
              facts={guessed.facts}
              fact={columns[index] ?? null}
              texts={texts}
              onChange={(fact) => explain(columns.map((one, at) => (at === index ? fact : one)))}
            />
          ),
      )}
    </div>
  );
}

interface ColumnChoiceProps {
  readonly heading: string;
  readonly samples: readonly string[];
  readonly facts: GuessedColumns['facts'];
  readonly fact: FactName | null;
  readonly texts: Texts;
  readonly onChange: (fact: FactName | null) => void;
}

function ColumnChoice({ heading, samples, facts, fact, texts, onChange }: ColumnChoiceProps) {
  const id = useId();
  return (
    <div className="mapping-column">
      <label htmlFor={id}>{heading === '' ? texts.say('mappingNoHeading') : heading}</label>
      <span className="mapping-samples">{texts.list(samples.filter((sample) => sample.trim() !== ''))}</span>
      <select
        id={id}
        className="input"
        value={fact ?? ''}
        onChange={({ target }) => onChange(facts.find((one) => one.fact === target.value)?.fact ?? null)}
      >
        <option value="">{texts.say('mappingLeaveOut')}</option>
        {facts.map((one) => (
          <option key={one.fact} value={one.fact}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}
