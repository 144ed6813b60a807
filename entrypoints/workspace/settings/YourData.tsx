import { useEffect, useState } from 'react';
import type { KeptData } from '../../background/messages/data.ts';
import { Backup } from './Backup.tsx';
import { DeleteData } from './DeleteData.tsx';
import type { DataProps } from './data-props.ts';
import { RestoreBackup } from './RestoreBackup.tsx';

/** Stored data: its size, backup, restore and deletion. */
export function YourData({ ask, texts, announce, reload }: DataProps & { readonly reload: () => void }) {
  const [kept, setKept] = useState<KeptData | 'unanswered' | null>(null);
  const [change, setChange] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted again after every change
  useEffect(() => {
    let isOver = false;
    ask({ kind: 'data' })
      .catch(() => undefined)
      .then((answer) => {
        if (!isOver) setKept(answer ?? 'unanswered');
      });
    return () => {
      isOver = true;
    };
  }, [ask, change]);
  const { say } = texts;
  const changed = () => {
    setChange((count) => count + 1);
    reload();
  };

  return (
    <section aria-labelledby="your-data">
      <h2 id="your-data" className="topic-title">
        {say('dataTitle')}
      </h2>
      <p className="lead">{say('dataLead')}</p>
      {kept === 'unanswered' && (
        <p className="remark" role="alert">
          {say('dataUnknown')}
        </p>
      )}
      {kept && kept !== 'unanswered' && (
        <>
          <p className="data-kept">
            {say('dataKept', { listings: kept.listings, stores: kept.stores.length, decisions: kept.decisions })}
          </p>
          <Backup texts={texts} announce={announce} />
          <RestoreBackup ask={ask} texts={texts} announce={announce} kept={kept} onChanged={changed} />
          <DeleteData ask={ask} texts={texts} announce={announce} kept={kept} onChanged={changed} />
        </>
      )}
    </section>
  );
}
