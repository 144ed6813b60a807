import { type FormEvent, useEffect, useRef, useState } from 'react';
import { marketplaces } from '../../../rules/engine/sites.ts';
import type { Refusal } from '../../../rules/own/refusal.ts';
import type { OwnCheck, OwnKind } from '../../../rules/own/schema.ts';
import type { SettingsAnswer, SettingsField } from '../../background/messages/settings.ts';
import { Choices } from '../controls/Choices.tsx';
import { SelectField, TextField } from '../controls/FormFields.tsx';
import { sentenceOf } from '../controls/ThresholdInput.tsx';
import type { Severity, Texts } from '../shell/texts.ts';
import { CheckParts, type PartProps } from './CheckParts.tsx';
import { checkOf, type Draft, fieldsFor, kindNames, sitesFor } from './check-draft.ts';

const kinds = Object.keys(kindNames) as readonly OwnKind[];
const severities: readonly Severity[] = ['error', 'warning', 'info'];

interface CheckFormProps {
  readonly first: Draft;
  readonly fields: readonly SettingsField[];
  readonly taken: ReadonlySet<string>;
  readonly texts: Texts;
  /** Undefined when the worker did not reply. */
  readonly onSave: (check: Readonly<Record<string, unknown>>) => Promise<SettingsAnswer | undefined>;
  readonly onCancel: () => void;
}

/** Form for one of the seller's own checks. Mistakes stand beside their field, and once at the end. */
export function CheckForm({ first, fields, taken, texts, onSave, onCancel }: CheckFormProps) {
  const [draft, setDraft] = useState(first);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [failure, setFailure] = useState('');
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { say } = texts;
  const edit = (parts: Partial<Draft>) => setDraft((before) => ({ ...before, ...parts }));
  const wrong: PartProps['wrong'] = (...parts) => {
    const found = refusals.find(({ place }) => parts.includes(place.replace(/\[.*$/u, '')));
    return found ? texts.refusal(found) : '';
  };

  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  useEffect(() => {
    // Focus the first mistake, so that keyboard and screen reader users land where there is something to mend.
    if (refusals.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true], .invalid input')?.focus();
  }, [refusals]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    const answer = await onSave(checkOf(draft, taken)).catch(() => undefined);
    setSaving(false);
    setRefusals(answer && !answer.done ? answer.refusals : []);
    setFailure(failureOf(answer, texts));
  };

  const part: PartProps = { draft, fields, texts, edit, wrong };
  const sites = sitesFor(draft.marketplaces);
  return (
    <form
      ref={form}
      className="check-form"
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={say(draft.id === '' ? 'newCheck' : 'editCheck')}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    >
      <h2 className="form-title">{say(draft.id === '' ? 'newCheck' : 'editCheck')}</h2>
      <TextField
        label={say('checkTitle')}
        help={say('checkTitleHelp')}
        error={wrong('title', 'id')}
        value={draft.title}
        onInput={(title) => edit({ title })}
      />
      <SelectField
        label={say('checkKind')}
        error={wrong('kind')}
        value={draft.kind}
        choices={kinds.map((kind) => ({ value: kind, label: say(kindNames[kind]) }))}
        onChoose={(kind) => edit(kindChange(draft, kind as OwnKind, fields))}
      />
      <CheckParts {...part} />
      <Choices
        legend={say('where')}
        error={wrong('marketplaces')}
        choices={marketplaces.map((one) => ({ value: one, label: say(one) }))}
        chosen={draft.marketplaces}
        onChoose={(chosen) => edit({ marketplaces: marketplaces.filter((one) => chosen.includes(one)) })}
      />
      <SelectField
        label={say('sites')}
        error={draft.sites === null ? wrong('sites') : ''}
        value={draft.sites === null ? 'all' : 'some'}
        choices={[
          { value: 'all', label: say('sitesAll') },
          { value: 'some', label: say('sitesSome') },
        ]}
        onChoose={(value) => edit({ sites: value === 'all' ? null : [] })}
      />
      {draft.sites !== null && (
        <Choices
          legend={say('sitesSome')}
          error={wrong('sites')}
          choices={sites.map((site) => ({ value: site, label: site }))}
          chosen={draft.sites}
          onChoose={(chosen) => edit({ sites: chosen })}
        />
      )}
      <SelectField
        label={say('checkSeverity')}
        error={wrong('severity')}
        value={draft.severity}
        choices={severities.map((severity) => ({ value: severity, label: texts.severities[severity] }))}
        onChoose={(severity) => edit({ severity: severity as OwnCheck['severity'] })}
      />
      <TextField
        label={say('note')}
        help={say('noteHelp')}
        error={wrong('note')}
        value={draft.note}
        onInput={(note) => edit({ note })}
      />
      <p className="form-error" role="alert">
        {failure}
      </p>
      <div className="form-actions">
        <button type="submit" className="button button-primary">
          {say('save')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
}

/** Summary at the end of the form: only mistakes of the check as a whole; the others stand beside their fields. */
function failureOf(answer: SettingsAnswer | undefined, texts: Texts): string {
  if (!answer || answer.done || answer.sentence) return sentenceOf(answer, texts);
  const general = answer.refusals.filter(({ place }) => place === '');
  return [texts.say('formRefused', { count: answer.refusals.length }), ...general.map(texts.refusal)].join(' ');
}

/** A field that fits the kind: the current one if it does, otherwise the first. */
function kindChange(draft: Draft, kind: OwnKind, fields: readonly SettingsField[]): Partial<Draft> {
  const fitting = fieldsFor(kind, fields);
  const field = fitting.some(({ name }) => name === draft.field) ? draft.field : (fitting[0]?.name ?? '');
  return { kind, field };
}
