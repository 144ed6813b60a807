import { useEffect, useRef, useState } from 'react';
import { SeverityMark } from '../../../components/SeverityMark.tsx';
import { marketplaces, sitesOf } from '../../../rules/engine/sites.ts';
import type { OwnCheck } from '../../../rules/own/schema.ts';
import { Switch } from '../controls/Switch.tsx';
import { sentenceOf } from '../controls/ThresholdInput.tsx';
import { ScopePicker } from '../shell/ScopePicker.tsx';
import { choiceIn } from '../shell/scope.ts';
import type { Texts } from '../shell/texts.ts';
import type { ViewProps } from '../shell/view-props.ts';
import { CheckForm } from './CheckForm.tsx';
import { type Draft, draftOf, kindNames, newDraft } from './check-draft.ts';
import { summaryOf } from './check-summary.ts';
import { SettingsFile } from './SettingsFile.tsx';

interface Removed {
  readonly check: OwnCheck;
  /** Its former index, 0-based. */
  readonly at: number;
}

/** The seller's own checks: list, form, and shared settings file. */
export function OwnChecks(props: ViewProps) {
  const { ask, settings, texts, scope, onScope, announce, reload } = props;
  const { ownChecks, fields } = settings;
  const [draft, setDraft] = useState<Draft | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [failure, setFailure] = useState('');
  const returnTo = useReturnedFocus(draft !== null);
  const { say } = texts;

  const open = (next: Draft, opener: string) => {
    returnTo.current = opener;
    setDraft(next);
  };
  const keep = async (check: unknown, at: number | null, told: string) => {
    const answer = await ask({ kind: 'save-check', check, at }).catch(() => undefined);
    reload();
    if (answer?.done) announce(told);
    return answer;
  };
  const save = async (check: Readonly<Record<string, unknown>>) => {
    const answer = await keep(check, null, say('saved'));
    if (answer?.done) setDraft(null);
    return answer;
  };
  const remove = async (check: OwnCheck) => {
    const at = ownChecks.indexOf(check);
    const answer = await ask({ kind: 'remove-check', id: check.id }).catch(() => undefined);
    setFailure(sentenceOf(answer, texts));
    reload();
    if (!answer?.done) return;
    setRemoved({ check, at });
    announce(say('removed', { title: check.title }));
  };
  const undo = async ({ check, at }: Removed) => {
    const answer = await keep(check, at, say('undone', { title: check.title }));
    setFailure(sentenceOf(answer, texts));
    if (answer?.done) setRemoved(null);
    document.getElementById('add-check')?.focus();
  };
  const change = async (check: OwnCheck, on: boolean) => {
    const answer = await ask({ kind: 'change-rule', rule: ruleOf(check), store: scope, on }).catch(() => undefined);
    setFailure(sentenceOf(answer, texts));
    announce(sentenceOf(answer, texts) || say('saved'));
    reload();
  };

  return (
    <>
      <header className="view-head">
        <h1>{say('viewOwn')}</h1>
        <p className="lead">{say('ownLead')}</p>
      </header>
      <div className="toolbar">
        <ScopePicker stores={settings.stores} scope={scope} texts={texts} onScope={onScope} />
        <button
          type="button"
          id="add-check"
          className="button button-primary"
          onClick={() => open(newDraft(firstMarketplace(props)), 'add-check')}
        >
          {say('add')}
        </button>
      </div>
      {scope !== null && <p className="scope-note">{say('scopeStore')}</p>}
      {failure && (
        <p className="remark" role="alert">
          {failure}
        </p>
      )}
      {removed && <Undo removed={removed} texts={texts} onUndo={() => void undo(removed)} />}
      {draft && (
        <CheckForm
          key={draft.id}
          first={draft}
          fields={fields}
          taken={new Set(ownChecks.map(({ id }) => id))}
          texts={texts}
          onSave={save}
          onCancel={() => setDraft(null)}
        />
      )}
      {ownChecks.length === 0 && !draft && (
        <section className="empty">
          <h2>{say('ownEmpty')}</h2>
          <p>{say('ownEmptyLead')}</p>
        </section>
      )}
      {ownChecks.length > 0 && (
        <section className="topic" aria-label={say('viewOwn')}>
          <p className="count">{say('ownCount', { count: ownChecks.length })}</p>
          <ul className="rows">
            {ownChecks.map((check) => (
              <li key={check.id} className="row">
                <Switch
                  on={choiceIn(settings, scope, asRule(check)).on}
                  label={check.title}
                  texts={texts}
                  onSwitch={(on) => void change(check, on)}
                />
                <div className="row-main">
                  <p className="row-title">
                    <SeverityMark level={check.severity} word={texts.severities[check.severity]} />
                    <span>{check.title}</span>
                  </p>
                  <p className="row-notes">
                    <span>{say(kindNames[check.kind])}</span>
                    <span>{summaryOf(check, fields, texts)}</span>
                    <span>{placesOf(check, texts)}</span>
                  </p>
                </div>
                <span className="row-actions">
                  <button
                    type="button"
                    id={`edit-${check.id}`}
                    className="button-quiet"
                    aria-label={say('editOf', { title: check.title })}
                    onClick={() => open(draftOf(check), `edit-${check.id}`)}
                  >
                    {say('edit')}
                  </button>
                  <button
                    type="button"
                    className="button-quiet"
                    aria-label={say('removeOf', { title: check.title })}
                    onClick={() => void remove(check)}
                  >
                    {say('remove')}
                  </button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <SettingsFile ask={ask} texts={texts} announce={announce} reload={reload} />
    </>
  );
}

/** Names the deleted check and offers undo; takes the focus from the deleted line. */
function Undo({
  removed,
  texts,
  onUndo,
}: {
  readonly removed: Removed;
  readonly texts: Texts;
  readonly onUndo: () => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each deleted check moves the focus anew
  useEffect(() => button.current?.focus(), [removed]);
  return (
    <p className="undo">
      <span>{texts.say('removed', { title: removed.check.title })}</span>
      <button ref={button} type="button" className="link" onClick={onUndo}>
        {texts.say('undo')}
      </button>
    </p>
  );
}

/** Returns the focus to the button that opened the form when it closes. */
function useReturnedFocus(isOpen: boolean) {
  const opener = useRef('');
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) document.getElementById(opener.current)?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return opener;
}

/** The id of a check's rule, as the background has it. */
function ruleOf({ id }: OwnCheck): string {
  return `any/${id}`;
}

function asRule(check: OwnCheck) {
  return { id: ruleOf(check), severity: check.severity, optIn: false };
}

function firstMarketplace({ settings, scope }: ViewProps): OwnCheck['marketplaces'][number] {
  const store = settings.stores.find(({ key }) => key === scope) ?? settings.stores[0];
  return store?.marketplace ?? marketplaces[0];
}

function placesOf({ marketplaces, sites }: OwnCheck, { say, list }: Texts): string {
  const named = list(marketplaces.map((marketplace) => say(marketplace)));
  if (sites === 'all' || sites.length === marketplaces.flatMap((one) => sitesOf[one]).length) return named;
  return `${named} · ${list(sites)}`;
}
