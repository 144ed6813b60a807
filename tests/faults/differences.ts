/**
 * Where two values differ, one line a place, such as `rows.findings[0].level: "error" became "warning"`. Members of an
 * object have no order; items of a list do.
 */
export function differences(before: unknown, after: unknown, place = ''): string[] {
  if (Object.is(before, after)) return [];
  const [parts, others] = [partsOf(before), partsOf(after)];
  if (!parts || !others || Array.isArray(before) !== Array.isArray(after))
    return [`${place}: ${text(before)} became ${text(after)}`];
  const names = new Set([...parts.keys(), ...others.keys()]);
  return [...names].flatMap((name) => differences(parts.get(name), others.get(name), `${place}${name}`));
}

/** The parts of a list or an object by the way to them; null for what has none. */
function partsOf(value: unknown): Map<string, unknown> | null {
  if (Array.isArray(value)) return new Map(value.map((part, index) => [`[${index}]`, part]));
  if (typeof value !== 'object' || value === null) return null;
  return new Map(Object.entries(value).map(([name, part]) => [`.${name}`, part]));
}

function text(value: unknown): string {
  const whole = value === undefined ? 'nothing' : JSON.stringify(value);
  return whole.length > 200 ? `${whole.slice(0, 200)}…` : whole;
}
