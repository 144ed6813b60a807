import { type RefObject, useRef, useState } from 'react';
import { MOST_FILE_BYTES } from '../../../rules/own/limits.ts';
import type { Refusal } from '../../../rules/own/refusal.ts';
import type { Texts } from '../shell/texts.ts';
import { saveFile } from './save-file.ts';

export interface Refused {
  /** Empty when the reasons suffice. */
  readonly sentence: string;
  readonly refusals: readonly Refusal[];
}

export type SharedFileState<Changes> =
  | { readonly step: 'idle' }
  | { readonly step: 'preview'; readonly text: string; readonly changes: Changes }
  | ({ readonly step: 'refused' } & Refused);

interface Exchange<Changes> {
  /** Reads the text, and applies it with `apply`. Undefined or rejected when the worker did not reply. */
  readonly take: (
    text: string,
    apply: boolean,
  ) => Promise<{ done: true; changes: Changes } | ({ done: false } & Refused) | undefined>;
  readonly write: () => Promise<{ readonly name: string; readonly text: string } | undefined>;
  readonly onTaken: () => void;
  readonly texts: Texts;
  readonly announce: (sentence: string) => void;
}

export interface SharedFile<Changes> {
  readonly state: SharedFileState<Changes>;
  /** Receives the focus when a panel closes. */
  readonly choose: RefObject<HTMLButtonElement | null>;
  readonly read: (files: readonly File[]) => void;
  readonly save: () => void;
  readonly apply: () => void;
  readonly close: () => void;
}

/** A file that a team shares: saved, or read and previewed before it is applied. */
export function useSharedFile<Changes>({
  take,
  write,
  onTaken,
  texts: { say },
  announce,
}: Exchange<Changes>): SharedFile<Changes> {
  const [state, setState] = useState<SharedFileState<Changes>>({ step: 'idle' });
  const choose = useRef<HTMLButtonElement>(null);

  const close = () => {
    setState({ step: 'idle' });
    choose.current?.focus();
  };
  const send = async (text: string, apply: boolean) => {
    const answer = await take(text, apply).catch(() => undefined);
    if (!answer) return setState({ step: 'refused', sentence: say('unanswered'), refusals: [] });
    if (!answer.done) return setState({ step: 'refused', sentence: answer.sentence, refusals: answer.refusals });
    if (!apply) return setState({ step: 'preview', text, changes: answer.changes });
    announce(say('applied'));
    onTaken();
    close();
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    // Refused by its size, before any of it is read.
    const tooLarge = { place: '', reason: 'too-large', values: { most: MOST_FILE_BYTES } } as const;
    if (file.size > MOST_FILE_BYTES) return setState({ step: 'refused', sentence: '', refusals: [tooLarge] });
    await send(await file.text().catch(() => ''), false);
  };
  const save = async () => {
    const file = await write().catch(() => undefined);
    if (!file) return announce(say('unanswered'));
    saveFile(file.name, new Blob([file.text], { type: 'application/json' }));
    announce(say('exported', { name: file.name }));
  };

  return {
    state,
    choose,
    read: ([file]) => void read(file),
    save: () => void save(),
    apply: () => state.step === 'preview' && void send(state.text, true),
    close,
  };
}
