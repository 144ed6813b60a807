import { retiredRules } from '../../../rules/engine/retired.ts';
import { type Marketplace, marketplaceNamed, sitesOf } from '../../../rules/engine/sites.ts';
import { constantName, type Draft, fileName, importPath, parts, Refusal, withImport } from './draft.ts';
import { languages, places } from './places.ts';
import { toFillIn } from './to-fill-in.ts';

/** Rules that are ordered among themselves, in a file of their own. */
interface Family {
  readonly name: string;
  readonly path: string;
  /** Names of its rules. */
  readonly rules: readonly string[];
}

/** So high that the skeleton finds nothing in any other test. */
const NO_LIMIT = '999999999.99';
const ABOVE = '1000000000.00';

/** `npm run new -- rule amazon/title-length [--family content]`: its file, its policy, its texts, its place in the order. */
export function addRule(draft: Draft, id: string, options: { readonly family?: string | undefined } = {}): void {
  const [marketplace, given = ''] = parts(id, '<marketplace>/<rule>');
  const name = fileName(given, 'rule');
  if (retiredRules.has(id)) throw new Refusal(`${id} was a rule once: an id is never used again. Find another name.`);
  const family = familyOf(draft, marketplace, name, options.family);
  const [site = ''] = sitesOf[marketplace];
  const path = beginRule(draft, {
    ...{ marketplace, name, site, family: family.name, price: marketplaceNamed[marketplace].headlinePrice },
    topic: topicOf(draft, marketplace, family),
  });
  draft.change(family.path, (text) => inOrder(text, family.path, path, constantName(name)));
}

/** What the files of a rule need to know beforehand. */
interface RuleToBegin {
  readonly marketplace: string;
  readonly family: string;
  readonly name: string;
  readonly topic: string;
  /** The fact that it judges at first. */
  readonly price: string;
  /** The site of its examples. */
  readonly site: string;
}

/** A rule with its policy and its texts. Returns the path of its file, which no family lists yet. */
export function beginRule(draft: Draft, rule: RuleToBegin): string {
  const { marketplace, name } = rule;
  const id = `${marketplace}/${name}`;
  const path = `${places.familyFolder(marketplace, rule.family)}/${name}.ts`;
  draft.add(path, ruleFile(path, id, rule));
  draft.add(places.policy(id), policyFile(id));
  for (const language of languages) {
    const folder = places.texts(language);
    draft.addMember(places.ruleTexts(language, marketplace, rule.family), id, ruleTexts(language));
    draft.addMember(`${folder}/policies.${marketplace}.json`, id, {
      maxPrice: toFillIn(`what {money} means, in ${language}`),
    });
  }
  return path;
}

/** The family that is named, or the one whose rules begin with the same word. */
function familyOf(draft: Draft, marketplace: Marketplace, rule: string, named: string | undefined): Family {
  const all = families(draft, marketplace);
  const names = all.map(({ name }) => name).join(', ');
  if (named !== undefined) {
    const found = all.find(({ name }) => name === named);
    if (!found) throw new Refusal(`${marketplace} has no family "${named}". There are: ${names}.`);
    return found;
  }
  const [word] = rule.split('-');
  const alike = ({ rules }: Family) => rules.filter((other) => other.split('-')[0] === word).length;
  const [best] = all.toSorted((a, b) => alike(b) - alike(a));
  if (!best || alike(best) === 0)
    throw new Refusal(`No rule of ${marketplace} begins with "${word}". Say its family: --family, one of ${names}.`);
  return best;
}

function families(draft: Draft, marketplace: Marketplace): readonly Family[] {
  return draft.folders(places.ruleFolder(marketplace)).flatMap((name) => {
    const path = `${places.familyFolder(marketplace, name)}/index.ts`;
    const text = draft.read(path);
    const rules = [...text.matchAll(/^import \w+ from '\.\/([^']+)\.ts';$/gm)].map(([, rule = '']) => rule);
    return LIST.test(text) && rules.length > 0 ? [{ name, path, rules }] : [];
  });
}

/** The list of a family, to its end. */
const LIST = /(export const \w+: readonly Rule\[\] = \[[^\]]*?)(,?\s*\];)/;

/** Last in its family: its author knows better. */
function inOrder(text: string, family: string, rule: string, constant: string): string {
  const mark = toFillIn('move this line to where it says how much the rule is worth fixing beside the others');
  const line = `import ${constant} from '${importPath(family, rule)}';`;
  return withImport(text, line).replace(LIST, (_, list: string) => `${list},\n  // ${mark}\n  ${constant},\n];`);
}

function ruleTexts(language: string): object {
  const sentence = (what: string) => toFillIn(`${what}, in ${language}`);
  return {
    title: sentence('what is wrong, in a few words'),
    problem: sentence('what will happen because of which number, and the number that passes in <b>…</b>'),
    condition: sentence('the exact condition in one sentence, with operator and boundary'),
    why: sentence('why the platform wants it'),
  };
}

function policyFile(id: string): string {
  const note = toFillIn(
    'since when and where which number holds, how sure that is (A to D), and the key in rules/policies/sources.json of where it was read; then what a reader of the number should know, or no note',
  );
  return `{
  "id": ${JSON.stringify(id)},
  "periods": [
    {
      "from": null, "to": null, "sites": "all",
      "values": { "maxPrice": "${NO_LIMIT}" },
      "status": "in-force", "certainty": "D", "sources": [],
      "note": ${JSON.stringify(note)}
    }
  ]
}
`;
}

function ruleFile(path: string, id: string, { price, site, topic }: RuleToBegin): string {
  const from = (to: string) => `'${importPath(path, to)}'`;
  const example = (facts: string) => `{ site: '${site}', day: '2026-11-20', facts: { ${facts} } }`;
  return `import { ok, violation } from ${from(places.outcomes)};
import file from ${from(places.policy(id))} with { type: 'json' };
import { readPolicy } from ${from(places.readPolicy)};
import { defineRule } from ${from(places.defineRule)};

// ${toFillIn('the values of the policy, each with its kind')}
const policy = readPolicy(file, { maxPrice: 'decimal' });

/** ${toFillIn('the rule in one sentence, with its boundary')} */
export default defineRule({
  id: '${id}',
  topic: '${topic}',
  // ${toFillIn('error where the platform refuses, suppresses, charges or locks; warning where that is likely; info for advice')}
  severity: 'info',
  // ${toFillIn(`the facts of ${places.facts} without which nothing can be said`)}
  needs: ['${price}'],
  // ${toFillIn('the fields beside which it stands, best first')}
  marks: ['${price}'],
  policy,
  // ${toFillIn('the comparison; what is missing is the business of the engine')}
  check({ ${price} }, { maxPrice }) {
    if (${price}.lte(maxPrice)) return ok();
    return violation({ values: { ${price} }, fix: { maxPrice } });
  },
  // ${toFillIn('the values on either side of the number, on either side of each day, and each outcome there is')}
  examples: {
    ok: [${example(`${price}: '${NO_LIMIT}'`)}],
    violation: [${example(`${price}: '${ABOVE}'`)}],
    unknown: [${example('')}],
  },
});
`;
}

/** The topic of the family's first rule: one of few families has rules of several. */
function topicOf(draft: Draft, marketplace: Marketplace, { name, rules: [first = ''] }: Family): string {
  const path = `${places.familyFolder(marketplace, name)}/${first}.ts`;
  return /topic: '(\w+)'/.exec(draft.read(path))?.[1] ?? 'offer';
}
