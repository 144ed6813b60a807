import { useId } from 'react';
import type { SettingsField } from '../../background/messages/settings.ts';
import { Choices } from '../controls/Choices.tsx';
import { Labelled, SelectField, TextField } from '../controls/FormFields.tsx';
import type { Texts } from '../shell/texts.ts';
import { type Draft, fieldsFor, limitNames } from './check-draft.ts';

/** Props of a part of the form: the check and its mistakes. */
export interface PartProps {
  readonly draft: Draft;
  readonly fields: readonly SettingsField[];
  readonly texts: Texts;
  readonly edit: (parts: Partial<Draft>) => void;
  /** The mistake in a part of the check, as a sentence; empty if there is none. */
  readonly wrong: (...parts: readonly string[]) => string;
}

/** The part of the form that depends on the check's kind. */
export function CheckParts(props: PartProps) {
  const { kind } = props.draft;
  return (
    <>
      {kind === 'forbidden-words' || kind === 'required-words' ? <Words {...props} /> : <Field {...props} />}
      {limitNames[kind] && <Limits {...props} />}
      {kind === 'range' && isMoney(props) && <Currency {...props} />}
    </>
  );
}

function optionsOf(fields: readonly SettingsField[]) {
  return fields.map(({ name, label }) => ({ value: name, label }));
}

function Field({ draft, fields, texts, edit, wrong }: PartProps) {
  const { kind, field, of, unit } = draft;
  if (kind === 'image-size') return null;
  const fitting = fieldsFor(kind, fields);
  const own = fields.find(({ name }) => name === field);
  const comparable = fitting.filter((other) => other.unit === own?.unit && other.name !== field);
  return (
    <div className="form-pair">
      <SelectField
        label={texts.say('field')}
        error={wrong('field')}
        value={field}
        choices={optionsOf(fitting)}
        onChoose={(chosen) => edit({ field: chosen })}
      />
      {kind === 'ratio' && (
        <SelectField
          label={texts.say('of')}
          error={wrong('of')}
          value={comparable.some(({ name }) => name === of) ? of : ''}
          choices={[{ value: '', label: '' }, ...optionsOf(comparable)]}
          onChoose={(chosen) => edit({ of: chosen })}
        />
      )}
      {kind === 'length' && (
        <SelectField
          label={texts.say('unit')}
          error={wrong('unit')}
          value={unit}
          choices={[
            { value: 'characters', label: texts.say('characters') },
            { value: 'bytes', label: texts.say('bytes') },
          ]}
          onChoose={(chosen) => edit({ unit: chosen === 'bytes' ? 'bytes' : 'characters' })}
        />
      )}
    </div>
  );
}

function Limits({ draft, texts, edit, wrong }: PartProps) {
  const [lower, upper] = limitNames[draft.kind] ?? [];
  if (lower === undefined || upper === undefined) return null;
  return (
    <div className="form-pair">
      <TextField
        label={texts.say(lower)}
        help={texts.say('limitsHelp')}
        error={wrong(lower)}
        value={draft.minimum}
        numeric
        onInput={(minimum) => edit({ minimum })}
      />
      <TextField
        label={texts.say(upper)}
        error={wrong(upper)}
        value={draft.maximum}
        numeric
        onInput={(maximum) => edit({ maximum })}
      />
    </div>
  );
}

function isMoney({ draft, fields }: PartProps): boolean {
  return fields.find(({ name }) => name === draft.field)?.unit === 'money';
}

function Currency({ draft, texts, edit, wrong }: PartProps) {
  return (
    <TextField
      label={texts.say('currency')}
      help={texts.say('currencyHelp')}
      error={wrong('currency')}
      value={draft.currency}
      onInput={(currency) => edit({ currency })}
    />
  );
}

function Words({ draft, fields, texts, edit, wrong }: PartProps) {
  const id = useId();
  const error = wrong('words');
  return (
    <>
      <Choices
        legend={texts.say('fields')}
        error={wrong('fields')}
        choices={optionsOf(fieldsFor(draft.kind, fields))}
        chosen={draft.fields}
        onChoose={(chosen) => edit({ fields: chosen })}
      />
      <Labelled id={id} label={texts.say('words')} help={texts.say('wordsHelp')} error={error}>
        <textarea
          id={id}
          className="input words"
          rows={5}
          value={draft.words}
          aria-describedby={`${id}help`}
          aria-invalid={error !== ''}
          onChange={({ target }) => edit({ words: target.value })}
        />
      </Labelled>
      <SelectField
        label={texts.say('match')}
        error={wrong('match')}
        value={draft.match}
        choices={[
          { value: 'word', label: texts.say('matchWord') },
          { value: 'literal', label: texts.say('matchLiteral') },
        ]}
        onChoose={(chosen) => edit({ match: chosen === 'literal' ? 'literal' : 'word' })}
      />
    </>
  );
}
