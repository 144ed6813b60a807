import { useId } from 'react';
import type { Progress } from '../files/checking/check-file.ts';
import type { Texts } from '../shell/texts.ts';

interface BulkProgressProps {
  readonly texts: Texts;
  readonly label: string;
  readonly progress?: Progress;
  readonly onCancel: () => void;
}

/** How far it is; without a share only that something is done. */
export function BulkProgress({ texts: { say }, label, progress, onCancel }: BulkProgressProps) {
  const id = useId();
  const share = progress?.share ?? null;
  return (
    <section className="bulk-progress">
      <label htmlFor={id}>{label}</label>
      {/* Without a value the browser shows that it goes on. */}
      <progress id={id} max={1} {...(share === null ? {} : { value: share })} />
      <button type="button" className="button" onClick={onCancel}>
        {say('cancel')}
      </button>
    </section>
  );
}
