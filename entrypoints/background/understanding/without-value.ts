import type { Reading, WithoutValue } from '../../console.content/reading/reading.ts';

const WITHOUT_VALUE: ReadonlySet<string> = new Set<WithoutValue>(['range', 'not-given']);

/** Whether the page was read and says that there is no single value, which is no fault of the reading. */
export function isWithoutValue(state: string): state is WithoutValue {
  return WITHOUT_VALUE.has(state);
}

/** Why a field that was read has no value; undefined where it has one, or was not read. */
export function withoutValue(reading: Reading): WithoutValue | undefined {
  return reading.state === 'unreadable' && isWithoutValue(reading.reason) ? reading.reason : undefined;
}
