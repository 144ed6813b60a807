import type { FactName } from '../../../rules/engine/facts.ts';
import type { OwnCheck } from '../../../rules/own/schema.ts';
import type { Language } from '../messages/words.ts';
import { factAsked, plainText, ruleText, type Values } from '../present/messages.ts';
import { together, written } from '../present/values.ts';
import { type Finding, ownFix } from '../rows/finding.ts';
import { ownCheckById } from './settings-own-checks.ts';

/**
 * Values in the sentence of a seller's own check besides its figures: the check, its field, its limit and the nearest
 * passing number. Empty for a built-in rule or a deleted check.
 */
export function ownValues(finding: Finding, language: Language, currency: string, style?: string): Values {
  const check = ownCheckById(finding.rule)?.check;
  if (!check) return {};
  const say = (name: string, of: Finding['values']): string | number => {
    const figure = of[name];
    return figure === undefined ? '' : written(language, name, figure, currency, style);
  };
  const field = 'field' in check ? check.field : '';
  const other = 'of' in check ? check.of : '';
  return {
    check: check.title,
    field: fieldName(check, finding, language),
    value: say(field, finding.values),
    bound: say(field, ownFix(finding)),
    other: say(other, finding.values),
    otherField: other === '' ? '' : factAsked(language, other),
  };
}

/** Names of single items of a list. */
const itemNames: { readonly [Name in FactName]?: FactName } = { bullets: 'bullet' };

function fieldName(check: OwnCheck, { marks, item, rule }: Finding, language: Language): string {
  if (check.kind === 'image-size') return '';
  if (check.kind === 'required-words')
    return together(
      language,
      check.fields.map((name) => factAsked(language, name)),
    );
  if (check.kind !== 'length' && check.kind !== 'forbidden-words') return factAsked(language, check.field);
  const judged = marks[0] ?? 'text';
  if (item === null) return factAsked(language, judged);
  const name = factAsked(language, itemNames[judged] ?? judged);
  return plainText(language, ruleText(language, rule, 'item'), { field: name, itemNumber: item + 1 });
}
