import { type DragEvent, useRef, useState } from 'react';
import type { Texts } from '../texts.ts';

interface FileDropProps {
  readonly texts: Texts;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped or chosen. */
export function FileDrop({ texts: { say }, onFiles }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(files);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the one for all
    <div
      className={isOver ? 'drop drop-over' : 'drop'}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <p className="drop-words">{say('importsDrop')}</p>
      <button type="button" className="button button-primary" onClick={() => input.current?.click()}>
        {say('importsChoose')}
      </button>
      <p className="help">{say('importsFormats')}</p>
      <input
        ref={input}
        type="file"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label={say('importsChoose')}
        onChange={({ target }) => {
          take(target.files);
          // The same file again is a change again.
          target.value = '';
        }}
      />
    </div>
  );
}
