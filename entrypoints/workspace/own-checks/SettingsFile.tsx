import type { ImportAnswer } from '../../background/messages/settings.ts';
import { SharedFilePanel } from '../controls/SharedFilePanel.tsx';
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

/** Saves and loads the settings file that a team shares. Its changes are shown before they are applied. */
export function SettingsFile({ ask, texts, announce, reload }: SettingsFileProps) {
  const { say } = texts;
  const file = useSharedFile<Changes>({
    take: (text, apply) => ask({ kind: 'import-settings', text, apply }),
    write: () => ask({ kind: 'export-settings' }),
    onTaken: reload,
    texts,
    announce,
  });

  return (
    <SharedFilePanel
      file={file}
      texts={texts}
      className="file"
      title="share"
      heading={<h2 className="topic-title">{say('share')}</h2>}
      lead="shareLead"
      save="export"
      choose="import"
      chooseLabel="chooseFile"
      preview="preview"
      nothing="previewNothing"
      isNothing={(changes) => toldOf(changes).length === 0}
    >
      {(changes) => (
        <>
          <ul className="panel-list">
            {toldOf(changes).map(([name, text]) => (
              <li key={name}>{say(text, { count: changes[name] })}</li>
            ))}
          </ul>
          <p className="help">{say('previewKept')}</p>
        </>
      )}
    </SharedFilePanel>
  );
}

function toldOf(changes: Changes): typeof changeTexts {
  return changeTexts.filter(([name]) => changes[name] > 0);
}
