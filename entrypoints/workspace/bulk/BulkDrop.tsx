import { type DragEvent, useRef, useState } from 'react';
import type { Texts } from '../texts.ts';

interface BulkDropProps {
  readonly texts: Texts;
  readonly onFile: (file: File) => void;
}

/** Where the file is dropped or chosen. */
export function BulkDrop({ texts: { say }, onFile }: BulkDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) onFile(file);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the one for all
    <div
      className={isOver ? 'bulk-drop bulk-drop-over' : 'bulk-drop'}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <p className="bulk-drop-words">{say('bulkDrop')}</p>
      <button type="button" className="button button-primary" onClick={() => input.current?.click()}>
        {say('bulkChoose')}
      </button>
      <p className="help">{say('bulkFormats')}</p>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={say('bulkChooseLabel')}
        onChange={({ target }) => {
          take(target.files);
          // The same file again is a change again.
          target.value = '';
        }}
      />
    </div>
  );
}
