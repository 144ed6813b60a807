import { useRef, useState } from 'react';
import { usePanelFocus } from '../controls/panel-focus.ts';
import type { Texts } from '../shell/texts.ts';
import type { KeptProps } from './data-props.ts';

/** Deletes everything, or one shop, after saying how much that is. */
export function DeleteData({ ask, texts, announce, kept, onChanged }: KeptProps) {
  /** Empty for everything. */
  const [store, setStore] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [refused, setRefused] = useState('');
  const begin = useRef<HTMLButtonElement>(null);
  const { say } = texts;

  const close = () => {
    setAsking(false);
    begin.current?.focus();
  };
  const remove = async () => {
    const answer = await ask({ kind: 'delete-data', store: store === '' ? null : store }).catch(() => undefined);
    setRefused(answer?.done ? '' : (answer?.sentence ?? say('unanswered')));
    close();
    if (!answer?.done) return;
    setStore('');
    announce(say('deleted'));
    onChanged();
  };

  return (
    <section className="data-part">
      <h3>{say('deleteTitle')}</h3>
      <p className="lead">{say('deleteLead')}</p>
      <div className="file-actions">
        <label className="scope">
          <span>{say('deleteWhat')}</span>
          <select
            className="input"
            value={store}
            onChange={({ target }) => {
              setStore(target.value);
              setAsking(false);
            }}
          >
            <option value="">{say('deleteEverything')}</option>
            {kept.stores.map((one) => (
              <option key={one.key} value={one.key}>
                {nameOf(one, texts)}
              </option>
            ))}
          </select>
        </label>
        <button ref={begin} type="button" className="button button-danger" onClick={() => setAsking(true)}>
          {say('deleteAsk')}
        </button>
      </div>
      {isAsking && <Confirm store={store} kept={kept} texts={texts} onYes={() => void remove()} onNo={close} />}
      {refused && (
        <p className="remark" role="alert">
          {refused}
        </p>
      )}
    </section>
  );
}

function nameOf({ marketplace, site, name }: KeptProps['kept']['stores'][number], { say }: Texts): string {
  return say('storeOption', { marketplace: say(marketplace), site, name });
}

interface ConfirmProps extends Pick<KeptProps, 'kept' | 'texts'> {
  readonly store: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

function Confirm({ store, kept, texts, onYes, onNo }: ConfirmProps) {
  const panel = usePanelFocus();
  const { say } = texts;
  const one = kept.stores.find(({ key }) => key === store);
  const title = one ? say('deleteConfirmStore', { store: nameOf(one, texts) }) : say('deleteConfirmAll');
  return (
    <section ref={panel} tabIndex={-1} className="panel panel-refused" aria-label={title}>
      <h4>{title}</h4>
      <p>
        {one
          ? say('deleteGoesStore', { listings: one.listings, rows: one.rows, decisions: one.decisions })
          : say('deleteGoesAll', {
              stores: kept.stores.length,
              listings: kept.listings,
              decisions: kept.decisions,
            })}
      </p>
      <p>{say('deleteForGood')}</p>
      <div className="form-actions">
        <button type="button" className="button button-danger" onClick={onYes}>
          {say(one ? 'deleteYesStore' : 'deleteYesAll')}
        </button>
        <button type="button" className="button" onClick={onNo}>
          {say('cancel')}
        </button>
      </div>
    </section>
  );
}
