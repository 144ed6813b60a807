import type { ImportAnswer } from '../../background/messages/settings.ts';
import { ChooseFile } from '../controls/ChooseFile.tsx';
import { usePanelFocus } from '../controls/panel-focus.ts';
import { RefusedFile } from '../controls/RefusedFile.tsx';
import { useSharedFile } from '../controls/shared-file.ts';
import type { Ask } from '../shell/ask.ts';
import type { TextName, Texts } from '../shell/texts.ts';

type Changes = Extract<ImportAnswer, { done: true }>['changes'];

const changeTexts: readonly (readonly [keyof Changes, TextName])[] = [
  ['checksAdded', 'changeChecksAdded'],
  ['checksChanged', 'changeChecksChanged'],
  ['rulesChanged', 'changeRulesChanged'],
  ['thresholdsChanged', 'changeThresholdsChanged'],
];

interface SettingsFileProps {
  readonly ask: Ask;
  readonly texts: Texts;
  readonly announce: (sentence: string) => void;
  readonly reload: () => void;
}

/** Settings to and from a file that a team shares. What a file would change is shown before it is taken over. */
export function SettingsFile({ ask, texts, announce, reload }: SettingsFileProps) {
  const { say } = texts;
  const file = useSharedFile<Changes>({
    take: (text, apply) => ask({ kind: 'import-settings', text, apply }),
    write: () => ask({ kind: 'export-settings' }),
    onTaken: reload,
    texts,
    announce,
  });
  const { state } = file;

  return (
    <section className="file" aria-label={say('share')}>
      <h2 className="topic-title">{say('share')}</h2>
      <p className="lead">{say('shareLead')}</p>
      <div className="file-actions">
        <button type="button" className="button" onClick={file.save}>
          {say('export')}
        </button>
        <ChooseFile
          button={file.choose}
          words={say('import')}
          label={say('chooseFile')}
          accept=".json,application/json"
          onFiles={file.read}
        />
      </div>
      {state.step === 'preview' && (
        <Preview changes={state.changes} texts={texts} onApply={file.apply} onCancel={file.close} />
      )}
      {state.step === 'refused' && <RefusedFile {...state} texts={texts} onClose={file.close} />}
    </section>
  );
}

interface PreviewProps {
  readonly changes: Changes;
  readonly texts: Texts;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

function Preview({ changes, texts, onApply, onCancel }: PreviewProps) {
  const { say } = texts;
  const panel = usePanelFocus();
  const told = changeTexts.filter(([name]) => changes[name] > 0);
  return (
    <section ref={panel} tabIndex={-1} className="panel" aria-label={say('preview')}>
      <h3>{say('preview')}</h3>
      {told.length === 0 ? (
        <p>{say('previewNothing')}</p>
      ) : (
        <>
          <ul className="panel-list">
            {told.map(([name, text]) => (
              <li key={name}>{say(text, { count: changes[name] })}</li>
            ))}
          </ul>
          <p className="help">{say('previewKept')}</p>
        </>
      )}
      <div className="form-actions">
        {told.length > 0 && (
          <button type="button" className="button button-primary" onClick={onApply}>
            {say('apply')}
          </button>
        )}
        <button type="button" className="button" onClick={onCancel}>
          {say(told.length > 0 ? 'cancel' : 'close')}
        </button>
      </div>
    </section>
  );
}
