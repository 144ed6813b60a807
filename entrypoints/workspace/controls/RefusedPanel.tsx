import type { ReactNode } from 'react';
import { usePanelFocus } from './panel-focus.ts';

interface RefusedPanelProps {
  readonly title: string;
  readonly closing: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Explains why something was refused. */
export function RefusedPanel({ title, closing, onClose, children }: RefusedPanelProps) {
  const panel = usePanelFocus();
  return (
    <section ref={panel} tabIndex={-1} className="panel panel-refused" aria-label={title}>
      <h3>{title}</h3>
      {children}
      <div className="form-actions">
        <button type="button" className="button" onClick={onClose}>
          {closing}
        </button>
      </div>
    </section>
  );
}
