import { marketplaces } from '../../../rules/engine/sites.ts';
import type { KeptData } from '../../background/messages/data.ts';
import type { BackupContent } from '../backup/worker-messages.ts';
import { usePanelFocus } from '../controls/panel-focus.ts';
import type { TextName, Texts } from '../shell/texts.ts';

interface RestorePreviewProps {
  readonly file: File;
  readonly content: BackupContent;
  /** What it would replace. */
  readonly kept: KeptData;
  readonly texts: Texts;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

/** Enough to know whose backup it is. */
const MOST_STORES = 30;

/** What is in a backup, before it replaces anything. */
export function RestorePreview({ file, content, kept, texts, onApply, onCancel }: RestorePreviewProps) {
  const panel = usePanelFocus();
  const { say } = texts;
  const { header } = content;
  const rows = Object.values(header.rows).reduce((sum, count) => sum + count, 0);
  const stores = header.stores.slice(0, MOST_STORES).map(({ marketplace, site, name }) => {
    const known = marketplaces.find((one) => one === marketplace);
    return say('storeOption', { marketplace: known ? say(known) : marketplace, site, name });
  });
  const lines: readonly (readonly [TextName, string])[] = [
    ['restoreFile', `${file.name} · ${texts.bytes(file.size)}`],
    ['restoreMade', texts.moment(header.made)],
    ['restoreVersion', header.version],
    ['restoreHolds', say('restoreListings', { listings: header.rows.listings ?? 0, rows })],
    ['restoreStores', stores.length > 0 ? texts.list(stores) : say('restoreNoStores')],
  ];
  return (
    <section ref={panel} tabIndex={-1} className="panel" aria-label={say('restorePreview')}>
      <h3>{say('restorePreview')}</h3>
      <dl className="data-lines">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{say('restoreReplaces', { listings: kept.listings, decisions: kept.decisions })}</p>
      <div className="form-actions">
        <button type="button" className="button button-primary" onClick={onApply}>
          {say('restoreApply')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {say('cancel')}
        </button>
      </div>
    </section>
  );
}
