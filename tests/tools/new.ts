/** `npm run new -- KIND NAME`: writes a skeleton, which the tests refuse until it is filled in. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Draft, Refusal } from './skeletons/draft.ts';
import { addField } from './skeletons/field.ts';
import { addMarketplace } from './skeletons/marketplace.ts';
import { addPage } from './skeletons/page.ts';
import { addRule } from './skeletons/rule.ts';
import { openPlaces } from './skeletons/to-fill-in.ts';

interface Options {
  readonly family?: string | undefined;
  readonly kind?: string | undefined;
  readonly page?: string | undefined;
  readonly rule?: string | undefined;
}

interface Skeleton {
  /** What is typed behind its kind. */
  readonly usage: string;
  /** @throws Refusal for a name that cannot be taken */
  readonly add: (draft: Draft, name: string, options: Options) => void;
  /** What it does not begin, in a sentence. */
  readonly leaves?: string;
}

/** By what is new. A further kind of skeleton is a file in `skeletons/` and a line here. */
const skeletons: { readonly [kind: string]: Skeleton } = {
  rule: { usage: '<marketplace>/<rule> [--family <family>]', add: addRule },
  field: { usage: '<marketplace>/<page>/<fact> [--kind <kind of a fact that is new>]', add: addField },
  page: { usage: '<marketplace>/<page>', add: addPage },
  marketplace: {
    usage: '<marketplace> [--page <page>] [--rule <family>/<rule>]',
    add: addMarketplace,
    leaves:
      'Left to you, once its hosts are known: those in tests/tree/manifest.chromium.json, tests/tree/manifest.firefox.json and assets/store/review.md.',
  },
};

const root = resolve(import.meta.dirname, '../..');

try {
  const draft = new Draft(root);
  const { leaves } = fill(draft);
  tell(draft.save());
  if (leaves !== undefined) console.log(`\n${leaves}`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

/** The kind of skeleton that was asked for. */
function fill(draft: Draft): Skeleton {
  const { values, positionals } = typed();
  const [kind = '', name, ...more] = positionals;
  const skeleton = Object.hasOwn(skeletons, kind) ? skeletons[kind] : undefined;
  if (!skeleton || name === undefined || more.length > 0)
    throw new Refusal(`Say what is new, and its name:\n${usage()}`);
  skeleton.add(draft, name, values);
  return skeleton;
}

function typed() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        family: { type: 'string' },
        kind: { type: 'string' },
        page: { type: 'string' },
        rule: { type: 'string' },
      },
    });
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n${usage()}`);
  }
}

function usage(): string {
  return Object.entries(skeletons)
    .map(([kind, { usage }]) => `npm run new -- ${kind} ${usage}`)
    .join('\n');
}

/** @param files those that were written */
function tell(files: readonly string[]): void {
  const code = files.filter((file) => file.endsWith('.ts'));
  const { status } = spawnSync('biome', ['check', '--write', ...code], { cwd: root });
  for (const file of files) console.log(file);
  if (status !== 0) console.log('Not formatted yet: npm run format');
  console.log('\nTo be filled in; tests/tree/skeletons.test.ts names what is left:\n');
  for (const place of openPlaces(root)) if (files.some((file) => place.startsWith(`${file}:`))) console.log(place);
}
