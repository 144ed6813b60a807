/** Names of the characters from U+00A0 to U+00FF, in order, as HTML 4 has them. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const named = new Map<string, string>([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bull', '•'],
  ['hellip', '…'],
  ['euro', '€'],
  ['trade', '™'],
  ...LATIN.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]),
]);

/** Where HTML means characters of Windows by numbers that Unicode gives to controls. */
const WINDOWS = new TextDecoder('windows-1252');

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,7}));/giu;

/** Text of a page with its entities replaced. One that is not known stays as it stands. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(ENTITY, (entity, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return named.get(name) ?? named.get(name.toLowerCase()) ?? entity;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    if (code >= 0x80 && code < 0xa0) return WINDOWS.decode(new Uint8Array([code]));
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? entity : String.fromCodePoint(code);
  });
}

/** One piece of a page: a tag with its attributes as they stand, or the text between two. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly attributes: string };

/** Their content is no text of the page. */
const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'title']);

const TAG_NAME = /^\/?([a-z][a-z\d:_-]*)/iu;

/** A page in pieces, from beginning to end. Nothing is run and nothing is loaded. */
export function* piecesOf(page: string): Generator<Piece> {
  const lower = page.toLowerCase();
  let at = 0;
  while (at < page.length) {
    const tag = page.indexOf('<', at);
    const end = tag < 0 ? page.length : tag;
    if (end > at) yield { kind: 'text', text: withoutEntities(page.slice(at, end)) };
    if (tag < 0) return;
    if (page.startsWith('<!--', tag)) {
      at = after(page, '-->', tag + 4);
    } else if (page.startsWith('<![CDATA[', tag)) {
      at = after(page, ']]>', tag + 9);
      yield { kind: 'text', text: page.slice(tag + 9, page.startsWith(']]>', at - 3) ? at - 3 : at) };
    } else {
      const inside = page.slice(tag + 1, tag + 40);
      const [, own] = TAG_NAME.exec(inside) ?? [];
      if (own === undefined && !/^[!?/]/.test(inside)) {
        yield { kind: 'text', text: '<' };
        at = tag + 1;
        continue;
      }
      at = tagEnd(page, tag + 1);
      if (own === undefined) continue;
      const name = own.toLowerCase();
      const isClosing = inside.startsWith('/');
      yield { kind: isClosing ? 'close' : 'open', name, attributes: page.slice(tag + 1 + own.length, at - 1) };
      if (!isClosing && HIDDEN.has(name)) at = before(lower, `</${name}`, at);
    }
  }
}

function after(page: string, mark: string, from: number): number {
  const found = page.indexOf(mark, from);
  return found < 0 ? page.length : found + mark.length;
}

function before(page: string, mark: string, from: number): number {
  const found = page.indexOf(mark, from);
  return found < 0 ? page.length : found;
}

/** Behind the ">" that ends a tag; one within a quoted value ends nothing. */
function tagEnd(page: string, from: number): number {
  let quote = '';
  for (let at = from; at < page.length; at += 1) {
    const character = page[at] as string;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  // A quote that never ends is a stray one.
  return after(page, '>', from);
}
