import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../entrypoints/background/messages/words.ts';

/** Whole numbers are given as numbers, for plurals; everything else is already written out. */
export type Say<Name extends string> = (name: Name, values?: Readonly<Record<string, number | string>>) => string;

/** Says messages in a language; each is compiled when it is first said. */
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
