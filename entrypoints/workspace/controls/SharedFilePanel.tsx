import type { ReactNode } from 'react';
import type { TextName, Texts } from '../shell/texts.ts';
import { ChooseFile } from './ChooseFile.tsx';
import { usePanelFocus } from './panel-focus.ts';
import { RefusedFile } from './RefusedFile.tsx';
import type { SharedFile } from './shared-file.ts';

interface SharedFilePanelProps<Changes> {
  readonly file: SharedFile<Changes>;
  readonly texts: Texts;
  readonly className: string;
  readonly title: TextName;
  readonly heading: ReactNode;
  readonly lead: TextName;
  /** Null if there is nothing to save. */
  readonly save: TextName | null;
  readonly choose: TextName;
  readonly chooseLabel: TextName;
  readonly preview: TextName;
  /** Shown when a file would change nothing. */
  readonly nothing: TextName;
  readonly isNothing: (changes: Changes) => boolean;
  /** The changes a file would make. */
  readonly children: (changes: Changes) => ReactNode;
}

/** Saves and loads a file that a team shares. The changes it would make are shown before they are applied. */
export function SharedFilePanel<Changes>(props: SharedFilePanelProps<Changes>) {
  const { file, texts, className, title, heading, lead, save, choose, chooseLabel } = props;
  const { state } = file;
  const { say } = texts;
  return (
    <section className={className} aria-label={say(title)}>
      {heading}
      <p className="lead">{say(lead)}</p>
      <div className="file-actions">
        {save && (
          <button type="button" className="button" onClick={file.save}>
            {say(save)}
          </button>
        )}
        <ChooseFile
          button={file.choose}
          words={say(choose)}
          label={say(chooseLabel)}
          accept=".json,application/json"
          onFiles={file.read}
        />
      </div>
      {state.step === 'preview' && <Preview {...props} changes={state.changes} />}
      {state.step === 'refused' && <RefusedFile {...state} texts={texts} onClose={file.close} />}
    </section>
  );
}

interface PreviewProps<Changes> extends SharedFilePanelProps<Changes> {
  readonly changes: Changes;
}

function Preview<Changes>({ file, texts, preview, nothing, isNothing, children, changes }: PreviewProps<Changes>) {
  const { say } = texts;
  const panel = usePanelFocus();
  const isEmpty = isNothing(changes);
  return (
    <section ref={panel} tabIndex={-1} className="panel" aria-label={say(preview)}>
      <h3>{say(preview)}</h3>
      {isEmpty ? <p>{say(nothing)}</p> : children(changes)}
      <div className="form-actions">
        {!isEmpty && (
          <button type="button" className="button button-primary" onClick={file.apply}>
            {say('apply')}
          </button>
        )}
        <button type="button" className="button" onClick={file.close}>
          {say(isEmpty ? 'close' : 'cancel')}
        </button>
      </div>
    </section>
  );
}
