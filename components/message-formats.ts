import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../entrypoints/background/messages/words.ts';

/** Whole numbers stay numbers, so that plurals work; everything else is already formatted. */
export type Say<Name extends string> = (name: Name, values?: Readonly<Record<string, number | string>>) => string;

/** Formats messages in one language; each is compiled on first use. */
export function sayIn<Name extends string>(language: Language, messages: Readonly<Record<Name, string>>): Say<Name> {
  const formats = new Map<Name, IntlMessageFormat>();
  return (name, values) => {
    let format = formats.get(name);
    if (!format) {
      format = new IntlMessageFormat(messages[name], language);
      formats.set(name, format);
    }
    return String(format.format(values));
  };
}
