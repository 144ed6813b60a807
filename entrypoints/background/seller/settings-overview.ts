import { factKinds } from '../../../rules/engine/facts.ts';
import { allRules } from '../../../rules/index.ts';
import {
  imageCountFields,
  numberFields,
  type OwnField,
  ownFields,
  textFields,
  topicOf,
} from '../../../rules/own/fields.ts';
import { NO_SETTINGS, type ScopeSettings } from '../../../rules/own/settings.ts';
import { type ThresholdName, thresholdOf, thresholds, usualValue } from '../../../rules/own/thresholds.ts';
import { storeRows } from '../database/settings-findings.ts';
import { storeRemarks } from '../listings/store-remarks.ts';
import type { SettingsField, SettingsOverview, SettingsRule } from '../messages/settings.ts';
import type { Language } from '../messages/words.ts';
import { factHeading } from '../present/messages.ts';
import { title } from '../present/sentence.ts';
import { siteName } from '../present/store.ts';
import type { StoreRow } from '../rows/rows.ts';
import type { Decisions } from './decision-types.ts';
import { decisions } from './decisions.ts';
import { languageOf } from './language.ts';
import { sharedOf } from './settings-changes.ts';
import { STORE_SUBJECT } from './store-subject.ts';
import { updatingRemarks } from './updating-remarks.ts';

/** Everything the workspace shows about checks and settings. */
export async function settingsOverview(): Promise<SettingsOverview> {
  const decided = await decisions();
  const language = languageOf(decided);
  const [updating, remarks, rows] = await Promise.all([
    updatingRemarks(language),
    storeRemarks(language),
    storeRows().catch((): StoreRow[] => []),
  ]);
  return {
    language,
    stores: rows.map(({ key, marketplace, site, sellerName, sellerId }) => ({
      key,
      marketplace,
      site: siteName(marketplace, site, language),
      name: sellerName ?? sellerId ?? '',
    })),
    rules: allRules.map((rule) => ({
      id: rule.id,
      marketplace: rule.id.split('/')[0] as SettingsRule['marketplace'],
      topic: rule.topic,
      title: title(rule.id, language),
      severity: rule.severity,
      optIn: rule.optIn === true,
      estimate: rule.estimate === true,
      thresholds: thresholds
        .filter(({ rules }) => (rules as readonly string[]).includes(rule.id))
        .map(({ fact }) => fact),
    })),
    thresholds: thresholds.map((threshold) => ({
      fact: threshold.fact,
      label: factHeading(language, threshold.fact),
      kind: threshold.kind,
      minimum: threshold.minimum,
      maximum: threshold.maximum,
      usual: usualValue(threshold),
    })),
    fields: ownFields.map((name) => field(name, language)),
    allStores: sharedOf(decided).allStores,
    perStore: perStore(decided),
    ownChecks: (decided.settings ?? NO_SETTINGS).ownChecks,
    remarks: [...updating, ...remarks],
  };
}

const images: ReadonlySet<OwnField> = new Set(imageCountFields);

function field(name: OwnField, language: Language): SettingsField {
  const sort = textFields.includes(name)
    ? 'text'
    : numberFields.includes(name)
      ? 'number'
      : images.has(name)
        ? 'images'
        : 'other';
  return { name, label: factHeading(language, name), topic: topicOf(name), sort, unit: factKinds[name] };
}

/** Settings by shop, including limits entered for a shop next to a field. */
function perStore({ settings = NO_SETTINGS, entered }: Decisions): SettingsOverview['perStore'] {
  const found: Record<string, ScopeSettings> = { ...settings.stores };
  for (const { store, subject, fact, value } of entered) {
    const threshold = thresholdOf(fact);
    if (subject !== STORE_SUBJECT || !threshold || value === null) continue;
    const { rules = {}, thresholds: chosen = {} } = found[store] ?? {};
    const name: ThresholdName = threshold.fact;
    found[store] = { rules, thresholds: { ...chosen, [name]: String(value) } };
  }
  return found;
}
