import { useEffect, useId, useRef, useState } from 'react';
import { FindingCard } from '../../../components/FindingCard.tsx';
import { Sentence } from '../../../components/Sentence.tsx';
import { SeverityMark } from '../../../components/SeverityMark.tsx';
import type { Marketplace } from '../../../rules/engine/sites.ts';
import type { SampleAnswer, SampleFinding } from '../../background/messages/welcome.ts';
import type { Ask } from '../shell/ask.ts';
import type { Texts } from '../shell/texts.ts';

/** Keystrokes come in bursts; one question answers them all. */
const TYPED_MS = 120;

type Typed = Readonly<Record<string, string>>;
const NOTHING: Typed = {};

interface SampleFormProps {
  readonly ask: Ask;
  readonly sample: Marketplace;
  readonly texts: Texts;
  readonly announce: (sentence: string) => void;
}

/** A form as in a console, judged by the worker while it is filled in, with sentences beside its fields. */
export function SampleForm({ ask, sample, texts, announce }: SampleFormProps) {
  const { say } = texts;
  const [typedIn, setTypedIn] = useState<{ readonly [Name in Marketplace]?: Typed }>({});
  const [open, setOpen] = useState<string | null>(null);
  const typed = typedIn[sample] ?? NOTHING;
  const setTyped = (next: Typed) => setTypedIn({ ...typedIn, [sample]: next });
  const answer = useSample(ask, sample, typed, texts.language);
  const card = answer?.fields.flatMap(({ findings }) => findings).find(({ id }) => id === open)?.card;
  const problems = answer?.fields.reduce((sum, { findings }) => sum + findings.length, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the last problem has gone
  useEffect(() => {
    if (problems === 0) announce(say('sampleClear'));
  }, [problems]);
  if (!answer) return null;
  return (
    <div className="sample">
      <form className="sample-form" onSubmit={(event) => event.preventDefault()} noValidate>
        <p className="sample-name">{say('sampleName', { place: answer.place })}</p>
        {answer.fields.map((field) => (
          <SampleField
            key={field.fact}
            field={field}
            value={typed[field.fact] ?? field.value}
            open={open}
            onInput={(input) => setTyped({ ...typed, [field.fact]: input })}
            onOpen={(finding) => setOpen(finding === open ? null : finding)}
          />
        ))}
        {answer.known.map(({ label, shown }) => (
          <p key={label} className="help">
            {say('sampleKnown', { label, shown })}
          </p>
        ))}
        <div className="sample-foot">
          <p className="sample-state">{say(problems === 0 ? 'sampleClear' : 'sampleHint')}</p>
          <button
            type="button"
            className="button"
            disabled={typed === NOTHING}
            onClick={() => {
              setTyped(NOTHING);
              setOpen(null);
            }}
          >
            {say('sampleReset')}
          </button>
        </div>
      </form>
      {card && (
        <div className="sample-card">
          <FindingCard card={card} texts={texts.card} announce={announce} onClose={() => setOpen(null)} />
        </div>
      )}
    </div>
  );
}

interface SampleFieldProps {
  readonly field: SampleAnswer['fields'][number];
  readonly value: string;
  readonly open: string | null;
  readonly onInput: (input: string) => void;
  readonly onOpen: (finding: string) => void;
}

function SampleField({ field, value, open, onInput, onOpen }: SampleFieldProps) {
  const id = useId();
  const { label, findings, refused } = field;
  return (
    <div className="sample-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        value={value}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={refused !== ''}
        aria-describedby={`${id}notes`}
        onChange={({ target }) => onInput(target.value)}
      />
      <div id={`${id}notes`} className="sample-notes">
        {refused && <p className="error help">{refused}</p>}
        {findings.map((finding) => (
          <Note key={finding.id} finding={finding} isOpen={finding.id === open} onOpen={() => onOpen(finding.id)} />
        ))}
      </div>
    </div>
  );
}

interface NoteProps {
  readonly finding: SampleFinding;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function Note({ finding: { level, levelName, sentence }, isOpen, onOpen }: NoteProps) {
  return (
    <div className={`note note-${level}`}>
      <button type="button" className="note-button" aria-expanded={isOpen} onClick={onOpen}>
        <SeverityMark level={level} word={levelName} />
        <span className="note-sentence">
          <Sentence text={sentence} />
        </span>
      </button>
    </div>
  );
}

/** The findings; an answer to an earlier question never replaces a later one. */
function useSample(ask: Ask, sample: Marketplace, typed: Typed, language: Texts['language']): SampleAnswer | null {
  const [answer, setAnswer] = useState<SampleAnswer | null>(null);
  const latest = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the background answers in the language that is chosen now
  useEffect(() => {
    latest.current += 1;
    const turn = latest.current;
    const wait = setTimeout(
      async () => {
        const given = await ask({ kind: 'try-sample', sample, typed }).catch(() => undefined);
        if (given && turn === latest.current) setAnswer(given);
      },
      typed === NOTHING ? 0 : TYPED_MS,
    );
    return () => clearTimeout(wait);
  }, [ask, sample, typed, language]);
  return answer;
}
