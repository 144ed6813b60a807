import { useState } from 'react';
import type { SettingsAnswer, SettingsOverview, SettingsRule } from '../../background/messages/settings.ts';
import { Switch } from '../controls/Switch.tsx';
import { sentenceOf, ThresholdInput } from '../controls/ThresholdInput.tsx';
import { storeLabel } from '../shell/ScopePicker.tsx';
import { choiceIn, thresholdIn } from '../shell/scope.ts';
import type { Severity } from '../shell/texts.ts';
import type { ViewProps } from '../shell/view-props.ts';
import { SeveritySelect } from './SeveritySelect.tsx';

interface RuleRowProps extends ViewProps {
  readonly rule: SettingsRule;
  readonly differing: SettingsOverview['stores'];
}

interface Change {
  readonly on?: boolean | null;
  readonly severity?: Severity | null;
}

/** One rule: switch, severity, thresholds, and a link to its explanation. */
export function RuleRow({ rule, differing, ask, settings, texts, scope, address, announce, reload }: RuleRowProps) {
  const [failure, setFailure] = useState('');
  const { id, title } = rule;
  const choice = choiceIn(settings, scope, rule);
  const told = async (answering: Promise<SettingsAnswer | undefined>) => {
    const answer = await answering.catch(() => undefined);
    const sentence = sentenceOf(answer, texts);
    setFailure(sentence);
    announce(sentence || texts.say('saved'));
    reload();
  };
  const change = (chosen: Change) => void told(ask({ kind: 'change-rule', rule: id, store: scope, ...chosen }));
  const choose = async (fact: string, input: string) => {
    const answer = await ask({ kind: 'change-threshold', fact, store: scope, input }).catch(() => undefined);
    reload();
    return answer;
  };

  return (
    <li className={choice.on ? 'row' : 'row row-off'} id={`rule-${id}`}>
      <Switch on={choice.on} label={title} texts={texts} onSwitch={(on) => change({ on })} />
      <div className="row-main">
        <p className="row-title">
          <span>{title}</span>
          <a
            className="reference"
            href={address(referencePath(rule, texts.language))}
            target="_blank"
            rel="noreferrer"
            aria-label={texts.say('referenceOf', { title })}
          >
            {texts.say('reference')}
          </a>
        </p>
        <p className="row-notes">
          {rule.optIn && <span>{texts.say('optIn')}</span>}
          {scope === null && differing.length > 0 && (
            <span>
              {texts.say('differs', {
                count: differing.length,
                stores: texts.list(differing.map((store) => storeLabel(store, texts))),
              })}
            </span>
          )}
          {scope !== null && choice.isOwn && (
            <span>
              {texts.say('ownOfStore')}{' '}
              <button
                type="button"
                className="link"
                aria-label={texts.say('sameAsAllOf', { title })}
                onClick={() => change({ on: null, severity: null })}
              >
                {texts.say('sameAsAll')}
              </button>
            </span>
          )}
        </p>
        {failure && (
          <p className="error" role="alert">
            {failure}
          </p>
        )}
        {settings.thresholds
          .filter(({ fact }) => rule.thresholds.includes(fact))
          .map((threshold) => (
            <ThresholdInput
              key={`${scope} ${threshold.fact}`}
              threshold={threshold}
              {...thresholdIn(settings, scope, threshold.fact, threshold.usual)}
              isForAll={scope === null}
              texts={texts}
              onChoose={(input) => choose(threshold.fact, input)}
              announce={announce}
            />
          ))}
      </div>
      {rule.estimate ? (
        <span className="severity severity-none">{texts.say('amountOnly')}</span>
      ) : (
        <SeveritySelect
          choice={choice}
          title={title}
          isForAll={scope === null}
          texts={texts}
          onSeverity={(severity) => change({ severity })}
        />
      )}
    </li>
  );
}

/** The rule's anchor in the reference, which has one page per marketplace. */
function referencePath({ id, marketplace }: SettingsRule, language: string): string {
  return `/reference/${language}/${marketplace}.html#${id.slice(id.indexOf('/') + 1)}`;
}
