import type { OwnCheck } from '../../../rules/own/schema.ts';
import type { SettingsOverview } from '../../background/messages/settings.ts';
import type { Texts } from '../shell/texts.ts';

/** Most words shown in the list. */
const MOST_WORDS = 4;

/** A check's requirement in one line. */
export function summaryOf(check: OwnCheck, fields: SettingsOverview['fields'], texts: Texts): string {
  const { say, list } = texts;
  const named = (name: string) => fields.find((field) => field.name === name)?.label ?? name;
  switch (check.kind) {
    case 'length': {
      const unit = say(check.unit === 'bytes' ? 'unitBytes' : 'unitCharacters');
      return say('summaryLength', {
        field: named(check.field),
        limits: limits(check.minimum, check.maximum, texts),
        unit,
      });
    }
    case 'range': {
      const sign = fields.find(({ name }) => name === check.field)?.unit === 'percent' ? percentSign(texts) : '';
      const currency = check.currency === undefined ? '' : ` ${check.currency}`;
      const shown = limits(check.minimum, check.maximum, texts, `${sign}${currency}`);
      return say('summaryRange', { field: named(check.field), limits: shown });
    }
    case 'forbidden-words':
    case 'required-words':
      return say(check.kind === 'forbidden-words' ? 'summaryForbidden' : 'summaryRequired', {
        fields: list(check.fields.map(named)),
        words: words(check.words, texts),
      });
    case 'required-field':
      return say('summaryField', { field: named(check.field) });
    case 'ratio':
      return say('summaryRatio', {
        field: named(check.field),
        of: named(check.of),
        limits: limits(check.minimumPercent, check.maximumPercent, texts, percentSign(texts)),
      });
    case 'image-count':
      return say('summaryRange', { field: named(check.field), limits: limits(check.minimum, check.maximum, texts) });
    case 'image-size':
      return say('summaryImageSize', { limits: size(check.minimumWidth, check.minimumHeight, texts) });
  }
}

function percentSign({ language }: Texts): string {
  return language === 'en' ? '\u00a0%' : '%';
}

type Limit = string | number | undefined;

function limits(minimum: Limit, maximum: Limit, { say }: Texts, sign = ''): string {
  const [lower, upper] = [`${minimum ?? ''}`, `${maximum ?? ''}${sign}`];
  if (minimum === undefined) return say('limitsMaximum', { maximum: upper });
  if (maximum === undefined) return say('limitsMinimum', { minimum: `${lower}${sign}` });
  return say('limitsBoth', { minimum: lower, maximum: upper });
}

function size(width: number | undefined, height: number | undefined, { say, list }: Texts): string {
  const parts = [
    ...(width === undefined ? [] : [say('wide', { limit: String(width) })]),
    ...(height === undefined ? [] : [say('high', { limit: String(height) })]),
  ];
  return say('limitsMinimum', { minimum: list(parts) });
}

function words(all: readonly string[], { say, list }: Texts): string {
  const shown = list(all.slice(0, MOST_WORDS));
  return all.length > MOST_WORDS ? say('moreWords', { words: shown, count: all.length - MOST_WORDS }) : shown;
}
