import type { Period, Policy, PolicyFile } from '../../rules/engine/policy.ts';

const files = import.meta.glob<PolicyFile>('../../rules/policies/*/*.json', { eager: true, import: 'default' });

interface WrittenValues {
  readonly values: Readonly<Record<string, unknown>>;
  /** False where the period takes over what it does not name from the one before. */
  readonly isComplete: boolean;
}

/** A period's values as its policy's file has them: rules read tables into shapes of their own. */
export function writtenValues({ id }: Policy, period: Period): WrittenValues {
  const written = files[`../../rules/policies/${id}.json`]?.periods ?? [];
  const place = written.findIndex((other) => isSame(other, period));
  if (place === -1) throw new Error(`rules/policies/${id}.json has no period from ${period.from} to ${period.to}`);
  const values = written[place]?.values ?? {};
  const earlier = written.slice(0, place).flatMap((other) => Object.keys(other.values ?? {}));
  const read = (period.values ?? {}) as Readonly<Record<string, unknown>>;
  const takenOver = earlier.filter((name) => read[name] !== undefined && !Object.hasOwn(values, name));
  return { values, isComplete: takenOver.length === 0 };
}

function isSame(a: Pick<Period, 'from' | 'to' | 'sites'>, b: Pick<Period, 'from' | 'to' | 'sites'>): boolean {
  return a.from === b.from && a.to === b.to && JSON.stringify(a.sites) === JSON.stringify(b.sites);
}
