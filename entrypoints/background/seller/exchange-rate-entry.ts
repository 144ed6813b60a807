import type { Request } from '../messages/requests.ts';
import type { Done } from '../messages/words.ts';
import { interfaceText } from '../present/messages.ts';
import { parseDecimal } from '../understanding/numbers.ts';
import { dayIn } from '../understanding/site-days.ts';
import { decide } from './decide.ts';
import { change, decisions } from './decisions.ts';
import { exchangeRateSchema, withRate } from './exchange-rates.ts';
import { languageOf } from './language.ts';

/** Stores a rate as typed, with the day local to the seller; empty text deletes it. */
export async function setExchangeRate(
  { pair, input }: Request<'set-exchange-rate'>,
  now: Date,
  timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): Promise<Done> {
  const language = languageOf(await decisions());
  const keep = (rate: Parameters<typeof withRate>[2]) =>
    decide(() => change(({ exchangeRates: before = [] }) => ({ exchangeRates: withRate(before, pair, rate) })));
  if (input.trim() === '') return keep(null);
  const rate = parseDecimal(input, language);
  const entered = exchangeRateSchema.safeParse({ ...pair, rate, day: dayIn(timeZone, now) });
  if (entered.success) return keep(entered.data);
  return { done: false, sentence: interfaceText(language, 'notUnderstoodRate', { input: input.trim(), ...pair }) };
}
