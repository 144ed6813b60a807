import { type DragEvent, useState } from 'react';
import { ChooseFile } from './ChooseFile.tsx';

interface DropZoneProps {
  readonly words: string;
  readonly choose: string;
  readonly label: string;
  /** Accepted files, in words. */
  readonly formats: string;
  readonly multiple: boolean;
  /** Called with at least one file. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** Area onto which files are dropped, with a button to choose them. */
export function DropZone({ words, choose, label, formats, multiple, onFiles }: DropZoneProps) {
  const [isOver, setIsOver] = useState(false);
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
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onFiles(files);
      }}
    >
      <p className="drop-words">{words}</p>
      <ChooseFile words={choose} label={label} multiple={multiple} primary onFiles={onFiles} />
      <p className="help">{formats}</p>
    </div>
  );
}
