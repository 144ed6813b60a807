import { useEffect, useState } from 'react';
import { type Marketplace, marketplaces } from '../../../rules/engine/sites.ts';
import type { SettingsOverview, SettingsRule } from '../../background/messages/settings.ts';
import { ScopePicker } from '../shell/ScopePicker.tsx';
import { choiceIn, differingStores, type Scope, thresholdIn } from '../shell/scope.ts';
import { Topic } from '../shell/Topic.tsx';
import { topicNames } from '../shell/topic-names.ts';
import type { ViewProps } from '../shell/view-props.ts';
import { RuleRow } from './RuleRow.tsx';

/** A marketplace's rules by topic, with their settings. */
export function Rules(props: ViewProps) {
  const { settings, texts, scope, onScope, target } = props;
  const [marketplace, setMarketplace] = useState<Marketplace>(() => firstMarketplace(settings, target));
  const [search, setSearch] = useState('');
  const [onlyChanged, setOnlyChanged] = useState(false);
  const store = settings.stores.find(({ key }) => key === scope);
  // A shop has the rules of its own marketplace only.
  const shown = store?.marketplace ?? marketplace;
  useEffect(() => {
    const rule = settings.rules.find(({ id }) => id === target);
    if (rule) setMarketplace(rule.marketplace);
  }, [settings.rules, target]);
  useTarget(target);

  const own = settings.rules.filter((rule) => rule.marketplace === shown);
  const changed = own.filter((rule) => isChanged(settings, scope, rule));
  const listed = (onlyChanged ? changed : own).filter(({ title }) => matches(title, search));

  return (
    <>
      <header className="view-head">
        <h1>{texts.say('viewRules')}</h1>
        <p className="lead">{texts.say('rulesLead')}</p>
      </header>
      <div className="toolbar">
        <ScopePicker stores={settings.stores} scope={scope} texts={texts} onScope={onScope} />
        <input
          type="search"
          className="input search"
          aria-label={texts.say('find')}
          placeholder={texts.say('find')}
          value={search}
          onChange={({ target: field }) => setSearch(field.value)}
        />
        <fieldset className="chips">
          <legend className="visually-hidden">{texts.say('marketplaces')}</legend>
          {marketplaces
            .filter((one) => !store || one === store.marketplace)
            .map((one) => (
              <button
                key={one}
                type="button"
                className="chip"
                aria-pressed={one === shown}
                onClick={() => setMarketplace(one)}
              >
                {texts.say('chip', {
                  name: texts.say(one),
                  count: settings.rules.filter((rule) => rule.marketplace === one).length,
                })}
              </button>
            ))}
          <button
            type="button"
            className="chip chip-apart"
            aria-pressed={onlyChanged}
            onClick={() => setOnlyChanged(!onlyChanged)}
          >
            {texts.say('changedOnly', { count: changed.length })}
          </button>
        </fieldset>
      </div>
      {scope !== null && <p className="scope-note">{texts.say('scopeStore')}</p>}
      <p className="count" role="status">
        {texts.say('rulesShown', { count: listed.length })}
        {listed.length === 0 && (
          <button
            type="button"
            className="link"
            onClick={() => {
              setSearch('');
              setOnlyChanged(false);
            }}
          >
            {texts.say('clearFilters')}
          </button>
        )}
      </p>
      {topicNames.map(([topic, name]) => (
        <TopicRules
          key={topic}
          title={texts.say(name)}
          rules={listed.filter((rule) => rule.topic === topic)}
          {...props}
        />
      ))}
    </>
  );
}

function TopicRules({
  title,
  rules,
  ...props
}: ViewProps & { readonly title: string; readonly rules: readonly SettingsRule[] }) {
  if (rules.length === 0) return null;
  return (
    <Topic title={title}>
      <ul className="rows">
        {rules.map((rule) => (
          <RuleRow key={rule.id} rule={rule} differing={differingStores(props.settings, rule)} {...props} />
        ))}
      </ul>
    </Topic>
  );
}

function firstMarketplace({ rules, stores }: SettingsOverview, target: string): Marketplace {
  const asked = rules.find(({ id }) => id === target);
  return (
    asked?.marketplace ??
    marketplaces.find((one) => stores.some(({ marketplace }) => marketplace === one)) ??
    marketplaces[0]
  );
}

function isChanged(settings: SettingsOverview, scope: Scope, rule: SettingsRule): boolean {
  if (choiceIn(settings, scope, rule).isOwn) return true;
  return rule.thresholds.some((fact) => thresholdIn(settings, scope, fact, null).chosen !== null);
}

/** Whether a title contains all words of a search, ignoring case and full-width forms. */
function matches(title: string, search: string): boolean {
  const within = folded(title);
  return folded(search)
    .split(/\s+/u)
    .every((word) => within.includes(word));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Scrolls the rule named in the address into view. */
function useTarget(target: string): void {
  useEffect(() => {
    if (target === '') return;
    const row = document.getElementById(`rule-${target}`);
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('[role=switch]')?.focus({ preventScroll: true });
  }, [target]);
}
