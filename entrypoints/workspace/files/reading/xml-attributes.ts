/** Signs that XML writes by a name. */
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

type Attributes = Readonly<Record<string, string>>;

/** An element that begins with more than this is not looked at: each would be read to the end of the text. */
const LONGEST_START = 2_000;

/** The attributes of every element of a name, whatever its prefix, in the order of the text. For small parts without CDATA. */
export function attributesOf(xml: string, element: string): Attributes[] {
  const starts = xml.matchAll(new RegExp(`<(?:[\\w.-]{1,20}:)?${element}(?=[\\s/>])`, 'gu'));
  return [...starts].flatMap((start) => {
    const from = start.index + start[0].length;
    const [inside] = /^(?:"[^"]*"|'[^']*'|[^<>"'])*>/u.exec(xml.slice(from, from + LONGEST_START)) ?? [];
    return inside === undefined ? [] : [attributesIn(inside)];
  });
}

function attributesIn(text: string): Attributes {
  const found = text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu);
  return Object.fromEntries([...found].map(([, name = '', double, single]) => [name, decoded(double ?? single ?? '')]));
}

function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/giu, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
}
