import { useState } from 'react';
import { makeBackup } from '../backup/backup.ts';
import { saveFile } from '../controls/save-file.ts';
import type { DataProps } from './data-props.ts';

type State = { readonly step: 'idle' | 'making' | 'failed' } | { readonly step: 'made'; readonly sentence: string };

/** Saves everything that is kept as one file. */
export function Backup({ texts, announce }: Omit<DataProps, 'ask'>) {
  const [state, setState] = useState<State>({ step: 'idle' });
  const { say } = texts;
  const make = async () => {
    setState({ step: 'making' });
    try {
      const { name, file } = await makeBackup(new Date());
      saveFile(name, file);
      const sentence = say('backupMade', { name, size: texts.bytes(file.size) });
      setState({ step: 'made', sentence });
      announce(sentence);
    } catch {
      setState({ step: 'failed' });
    }
  };

  return (
    <section className="data-part">
      <h3>{say('backupTitle')}</h3>
      <p className="lead">{say('backupLead')}</p>
      <div className="file-actions">
        <button
          type="button"
          className="button button-primary"
          aria-disabled={state.step === 'making'}
          onClick={() => state.step !== 'making' && void make()}
        >
          {say('backupMake')}
        </button>
        {state.step === 'making' && <span className="help">{say('backupMaking')}</span>}
        {state.step === 'made' && <span className="help">{state.sentence}</span>}
      </div>
      {state.step === 'failed' && (
        <p className="remark" role="alert">
          {say('backupFailed')}
        </p>
      )}
    </section>
  );
}
