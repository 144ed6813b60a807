import { type FactName, isFactName } from '../../../rules/engine/facts.ts';
import type { Marketplace } from '../../../rules/engine/sites.ts';
import type { FieldReadings, Reading } from '../../console.content/reading/reading.ts';
import type { Sample } from '../consoles/console.ts';
import { consoles } from '../consoles/guides.ts';
import type { Request } from '../messages/requests.ts';
import type { SampleAnswer, SampleFinding } from '../messages/welcome.ts';
import type { Language } from '../messages/words.ts';
import { gatherFacts } from '../page/facts.ts';
import type { PageFinding } from '../page/findings.ts';
import { judge } from '../page/judging.ts';
import { pageFindings } from '../page/page-findings.ts';
import { presentCard } from '../present/card.ts';
import { choicesOf, notUnderstood } from '../present/entry.ts';
import { presentFinding } from '../present/finding.ts';
import { factHeading, interfaceText } from '../present/messages.ts';
import { storeName } from '../present/store.ts';
import { shownFact } from '../present/values.ts';
import type { Entered } from '../seller/decision-lookups.ts';
import { decisions } from '../seller/decisions.ts';
import { parseEntry } from '../seller/entry-input.ts';
import { languageOf } from '../seller/language.ts';
import { dayIn } from '../understanding/site-days.ts';
import { timeZoneOf } from '../understanding/time-zones.ts';

const RECORD = 'sample';

/** What is found for a sample product as it is filled in, under the field that carries it. Stores nothing. */
export async function trySample({ sample: name, typed }: Request<'try-sample'>, now: Date): Promise<SampleAnswer> {
  const { sample } = consoles[name];
  const { site, currency, page } = sample;
  const language = languageOf(await decisions());
  const today = dayIn(timeZoneOf(name, site), now);
  const form = formOf(sample, typed, { language, today });
  const context = { page, marketplace: name, site, currency, notices: [], shared: null, now };
  const gathered = gatherFacts(form.fields, null, context, { entered: enteredIn(sample, today), seen: {}, paid: [] });
  const { findings } = judge(gathered, { ...context, today, off: NOTHING_OFF });
  const record = { key: RECORD, identity: null, fields: form.fields, findings };
  const found = pageFindings(page, null, [record]).get(RECORD) ?? [];
  const present = (finding: PageFinding) => presentSample(finding, { sample, name, language, today });
  return {
    place: storeName(interfaceText(language, name), name, site, language),
    fields: form.names.map((fact) => ({
      fact,
      label: factHeading(language, fact),
      value: typed[fact] ?? sample.filled[fact] ?? '',
      refused: form.refused[fact] ?? '',
      findings: form.refused[fact] ? [] : found.filter((finding) => standsBeside(finding, fact)).map(present),
    })),
    known: Object.entries(sample.known).map(([fact, value]) => ({
      label: factHeading(language, fact),
      shown: shownFact(language, fact, value, currency),
    })),
  };
}

const NOTHING_OFF: ReadonlySet<string> = new Set();

function standsBeside({ inline, targets }: PageFinding, fact: FactName): boolean {
  return inline && targets[0]?.field === fact;
}

interface Form {
  readonly names: readonly FactName[];
  readonly fields: FieldReadings;
  readonly refused: Readonly<Record<string, string>>;
}

/** The form as a page would be read: what is not understood was there and could not be read. */
function formOf(
  { filled, site, currency }: Sample,
  typed: Readonly<Record<string, string>>,
  { language, today }: { readonly language: Language; readonly today: string },
): Form {
  const names = Object.keys(filled).filter(isFactName);
  const entry = { language, site, currency, day: today };
  const fields: Record<string, Reading> = {};
  const refused: Record<string, string> = {};
  for (const name of names) {
    const input = typed[name] ?? filled[name] ?? '';
    const parsed = parseEntry(name, input, choicesOf(name, entry));
    if (parsed !== 'not-understood') {
      fields[name] = { state: 'read', value: parsed.value as never, via: '' };
      continue;
    }
    fields[name] = { state: 'unreadable', reason: 'unparsable' };
    refused[name] = notUnderstood(name, input, entry);
  }
  return { names, fields, refused };
}

function enteredIn({ known }: Sample, day: string): ReadonlyMap<FactName, Entered> {
  return new Map(Object.entries(known).flatMap(([name, value]) => (isFactName(name) ? [[name, { value, day }]] : [])));
}

interface SampleContext {
  readonly sample: Sample;
  readonly name: Marketplace;
  readonly language: Language;
  readonly today: string;
}

function presentSample(finding: PageFinding, { sample, name, language, today }: SampleContext): SampleFinding {
  const { site, currency } = sample;
  const { id, level, levelName, sentence } = presentFinding(finding, { language, currency, site });
  const card = presentCard(finding, {
    id,
    language,
    marketplace: name,
    site,
    currency,
    name: null,
    products: 1,
    pageLanguage: null,
    entered: new Map(),
    today,
    canEnter: false,
    canIgnore: false,
    teach: null,
  });
  return { id, level, levelName, sentence, card };
}
