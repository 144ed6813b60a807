import { useRef, useState } from 'react';
import { readInWorker } from '../backup/ask-worker.ts';
import { type BackupFault, BackupRefused } from '../backup/format.ts';
import { takeOverBackup } from '../backup/take-over.ts';
import type { BackupContent } from '../backup/worker-messages.ts';
import { ChooseFile } from '../controls/ChooseFile.tsx';
import { RefusedPanel } from '../controls/RefusedPanel.tsx';
import type { TextName, Texts } from '../shell/texts.ts';
import type { KeptProps } from './data-props.ts';
import { RestorePreview } from './RestorePreview.tsx';

type State =
  | { readonly step: 'idle' }
  | { readonly step: 'busy'; readonly sentence: string }
  | { readonly step: 'preview'; readonly file: File; readonly content: BackupContent }
  | { readonly step: 'refused'; readonly sentence: string };

const faultTexts: Readonly<Record<BackupFault, TextName>> = {
  empty: 'faultEmpty',
  'not-ours': 'faultNotOurs',
  'too-new': 'faultTooNew',
  cut: 'faultCut',
  damaged: 'faultDamaged',
  'too-large': 'faultTooLarge',
  busy: 'faultBusy',
  'no-room': 'faultNoRoom',
};

/** Takes a backup back: read to its end and shown first, then everything is replaced at once. */
export function RestoreBackup({ ask, texts, announce, kept, onChanged }: KeptProps) {
  const [state, setState] = useState<State>({ step: 'idle' });
  const choose = useRef<HTMLButtonElement>(null);
  const { say } = texts;

  const attempt = async (sentence: string, work: () => Promise<State>) => {
    setState({ step: 'busy', sentence });
    setState(await work().catch((error): State => ({ step: 'refused', sentence: refusal(error, texts) })));
  };
  const inspect = (file: File) =>
    attempt(say('restoreReading', { name: file.name }), async () => {
      return { step: 'preview', file, content: await readInWorker('inspect', file) };
    });
  const restore = (file: File) =>
    attempt(say('restoring'), async () => {
      const { leftOut } = await takeOverBackup(() => readInWorker('stage', file));
      const answer = await ask({ kind: 'finish-restore', leftOut }).catch(() => undefined);
      announce(answer?.done === false ? answer.sentence : say('restored'));
      onChanged();
      choose.current?.focus();
      return answer?.done === false ? { step: 'busy', sentence: answer.sentence } : { step: 'idle' };
    });
  const close = () => {
    setState({ step: 'idle' });
    choose.current?.focus();
  };

  return (
    <section className="data-part">
      <h3>{say('restoreTitle')}</h3>
      <p className="lead">{say('restoreLead')}</p>
      <div className="file-actions">
        <ChooseFile
          button={choose}
          words={say('restoreChoose')}
          label={say('restoreChooseFile')}
          accept=".gz,application/gzip"
          onFiles={([file]) => file && void inspect(file)}
        />
        {state.step === 'busy' && (
          <span className="help" role="status">
            {state.sentence}
          </span>
        )}
      </div>
      {state.step === 'preview' && (
        <RestorePreview
          file={state.file}
          content={state.content}
          kept={kept}
          texts={texts}
          onApply={() => void restore(state.file)}
          onCancel={close}
        />
      )}
      {state.step === 'refused' && (
        <RefusedPanel title={say('restoreRefused')} closing={say('close')} onClose={close}>
          <p>{state.sentence}</p>
          <p className="help">{say('restoreUnchanged')}</p>
        </RefusedPanel>
      )}
    </section>
  );
}

function refusal(error: unknown, { say }: Texts): string {
  if (!(error instanceof BackupRefused)) return say('faultUnread');
  const { fault, line, version } = error;
  return say(faultTexts[fault], { line: line ?? 0, version: version ?? '' });
}
