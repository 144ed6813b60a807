/** Where code runs: in the seller's page, the background worker, a page or worker of ours, or in any of them. */
export type Place = 'the seller’s page' | 'the worker' | 'our pages' | 'the build' | 'anywhere';

/** One folder, or one file, with all that it may import beside itself. */
export interface Room {
  /** Path from the root. A file belongs to the longest that its path begins with. */
  readonly path: string;
  readonly runs: Place;
  /** What it is for, in a few words. */
  readonly holds: string;
  /** Rooms it may import. */
  readonly uses: readonly string[];
  /** Rooms of which it may import nothing but types: no code of theirs comes with it. */
  readonly types?: readonly string[];
  /** Packages, by their names without a path. */
  readonly packages?: readonly string[];
}

const background = 'entrypoints/background';
const page = 'entrypoints/console.content';
const workspace = 'entrypoints/workspace';

/** What the rooms of the worker that decide and show are built on. Among each other they may use what the table names. */
export const foundations: readonly string[] = [
  'rules',
  'rules/engine',
  'rules/measures',
  'rules/own',
  'rules/fees',
  `${background}/messages`,
  `${background}/rows`,
  `${background}/understanding`,
  `${background}/consoles`,
  `${background}/shops`,
  `${background}/database`,
  `${page}/reading`,
];

/** What every view of the workspace is made of. Views know messages by their types alone: they ask through the shell. */
export const view = {
  runs: 'our pages',
  uses: ['components', `${workspace}/shell`, `${workspace}/controls`, 'rules/engine', 'rules/own', 'assets'],
  types: [`${background}/messages`],
  packages: ['react'],
} as const satisfies Partial<Room>;

/** What a marketplace's rules are made of. */
export const rulesUse: readonly string[] = ['rules/engine', 'rules/measures', 'rules/policies', 'rules/fees'];

const rulesOf = (marketplace: string): Room => ({
  path: `rules/${marketplace}`,
  runs: 'anywhere',
  holds: 'one rule a file, a folder for each family; a rule never imports a rule',
  uses: rulesUse,
});

/**
 * The import law of the whole tree, types included. Whoever needs an arrow that is not here asks first whether the thing
 * lies in the right room.
 */
export const rooms: readonly Room[] = [
  { path: 'rules/measures', runs: 'anywhere', holds: 'how a thing is counted', uses: [], packages: ['big.js'] },
  {
    path: 'rules/engine',
    runs: 'anywhere',
    holds: 'how a rule is judged',
    uses: ['rules/measures', 'rules/marketplaces'],
    packages: ['big.js'],
  },
  {
    path: 'rules/marketplaces',
    runs: 'anywhere',
    holds: 'one object a marketplace: sites, currencies, time zones, columns',
    uses: ['rules/engine'],
  },
  { path: 'rules/policies', runs: 'anywhere', holds: 'dated numbers', uses: ['rules/engine'] },
  {
    path: 'rules/fees',
    runs: 'anywhere',
    holds: 'fee tables and margin',
    uses: ['rules/engine', 'rules/measures', 'rules/policies'],
  },
  {
    path: 'rules/own',
    runs: 'anywhere',
    holds: 'the seller’s own checks and numbers',
    uses: ['rules/engine', 'rules/measures', 'rules/policies'],
    packages: ['zod'],
  },
  rulesOf('amazon'),
  rulesOf('temu'),
  rulesOf('tiktok'),
  {
    path: 'rules',
    runs: 'anywhere',
    holds: 'all rules in order, and the deadlines that follow from them',
    uses: ['rules/engine', 'rules/measures', 'rules/amazon', 'rules/temu', 'rules/tiktok'],
    types: ['rules/fees'],
  },

  {
    path: 'components',
    runs: 'our pages',
    holds: 'what popup, workspace and overlay share',
    uses: ['assets'],
    types: [`${background}/messages`],
    packages: ['react', 'intl-messageformat'],
  },

  {
    path: `${page}/reading`,
    runs: 'the seller’s page',
    holds: 'how any field is found and read',
    uses: [`${page}/once.ts`],
    types: ['rules/engine', `${background}/consoles`],
  },
  {
    path: `${page}/overlay`,
    runs: 'the seller’s page',
    holds: 'notes, card and dock over the page',
    uses: [page, `${page}/once.ts`, `${page}/reading`, 'components'],
    types: [`${background}/messages`],
    packages: ['preact', 'react'],
  },
  {
    path: `${page}/teach`,
    runs: 'the seller’s page',
    holds: 'pointing at a field',
    uses: [page, `${page}/reading`, `${page}/overlay`],
    types: [`${background}/messages`, `${background}/consoles`],
    packages: ['react'],
  },
  {
    path: page,
    runs: 'the seller’s page',
    holds: 'entry, scope, clock, connection',
    uses: [`${page}/reading`, `${page}/overlay`, `${page}/teach`],
    types: [`${background}/messages`],
    packages: ['wxt'],
  },
  {
    path: `${page}/once.ts`,
    runs: 'anywhere',
    holds: 'what is worked out once for a thing',
    uses: [],
  },
  {
    path: 'entrypoints/guard.content.ts',
    runs: 'the seller’s page',
    holds: 'entry of the listeners that stand before the page’s',
    uses: [page],
    packages: ['wxt'],
  },

  {
    path: `${background}/messages`,
    runs: 'the worker',
    holds: 'words that all parts share; requests, answers and senders by topic',
    uses: ['rules/engine', `${background}/consoles`],
    types: ['rules/own', `${page}/reading`],
    packages: ['zod', 'wxt'],
  },
  {
    path: `${background}/rows`,
    runs: 'anywhere',
    holds: 'what is kept, as plain rows, and what one row says by itself',
    uses: ['rules', 'rules/engine', 'rules/measures'],
    types: ['rules', `${background}/messages`, `${page}/reading`],
  },
  {
    path: `${background}/understanding`,
    runs: 'anywhere',
    holds: 'numbers, days and headings as pages and files write them',
    uses: ['rules', 'rules/engine', `${page}/reading`, 'assets'],
  },
  {
    path: `${background}/consoles`,
    runs: 'the worker',
    holds: 'a folder for each marketplace’s console: hosts, shop proof, page kinds, labels. Data',
    uses: ['rules/engine', 'rules/amazon', `${page}/reading`],
    types: ['rules/measures', `${background}/rows`],
  },
  {
    path: `${background}/shops`,
    runs: 'the worker',
    holds: 'which shop a page shows',
    uses: ['rules/engine', `${background}/consoles`],
    types: [`${background}/rows`, `${background}/understanding`, `${page}/reading`],
    packages: ['wxt'],
  },
  {
    path: `${background}/database`,
    runs: 'the worker',
    holds: 'schema, migrations, queries. Plain rows in and out',
    uses: [
      'rules/engine',
      'rules/measures',
      `${background}/rows`,
      `${background}/understanding`,
      `${background}/messages`,
    ],
    packages: ['idb'],
  },
  {
    path: `${background}/page`,
    runs: 'the worker',
    holds: 'from the snapshot of the open page to its findings',
    uses: [
      ...foundations,
      `${background}/health`,
      `${background}/listings`,
      `${background}/present`,
      `${background}/seller`,
      `${background}/teaching`,
      'assets',
    ],
    packages: ['wxt'],
  },
  {
    path: `${background}/present`,
    runs: 'the worker',
    holds: 'sentences, cards and names in the seller’s language',
    uses: [
      ...foundations,
      `${background}/health`,
      `${background}/listings`,
      `${background}/page`,
      `${background}/seller`,
      `${background}/teaching`,
      'rules/policies',
      'components',
      'assets',
    ],
    packages: ['intl-messageformat'],
  },
  {
    path: `${background}/listings`,
    runs: 'the worker',
    holds: 'lists, one listing, prices, margin, the same item elsewhere',
    uses: [
      ...foundations,
      `${background}/health`,
      `${background}/page`,
      `${background}/present`,
      `${background}/seller`,
    ],
    packages: ['wxt'],
  },
  {
    path: `${background}/seller`,
    runs: 'the worker',
    holds: 'what the seller decided, entered and set',
    uses: [
      ...foundations,
      `${background}/health`,
      `${background}/listings`,
      `${background}/page`,
      `${background}/present`,
      `${background}/teaching`,
    ],
    packages: ['wxt'],
  },
  {
    path: `${background}/teaching`,
    runs: 'the worker',
    holds: 'fields that the seller taught by pointing',
    uses: [...foundations, `${background}/page`, `${background}/present`, `${background}/seller`, 'assets'],
    packages: ['wxt'],
  },
  {
    path: `${background}/health`,
    runs: 'the worker',
    holds: 'how well pages are read, damage, diagnosis',
    uses: [
      ...foundations,
      `${background}/page`,
      `${background}/present`,
      `${background}/seller`,
      `${background}/teaching`,
      'package.json',
    ],
    packages: ['wxt'],
  },
  {
    path: `${background}/upcoming`,
    runs: 'the worker',
    holds: 'deadlines, rule changes, reminders',
    uses: [...foundations, `${background}/page`, `${background}/present`, `${background}/seller`],
    packages: ['wxt'],
  },
  {
    path: `${background}/workspace`,
    runs: 'the worker',
    holds: 'what only the workspace asks for: imports, welcome, reference',
    uses: [...foundations, `${background}/page`, `${background}/present`, `${background}/seller`, 'package.json'],
    packages: ['wxt'],
  },
  {
    path: background,
    runs: 'the worker',
    holds: 'index and router: which request goes where',
    uses: [
      `${background}/messages`,
      ...['health', 'listings', 'page', 'seller', 'teaching', 'upcoming', 'workspace'].map(
        (name) => `${background}/${name}`,
      ),
    ],
    types: [`${page}/reading`],
    packages: ['wxt'],
  },

  {
    path: 'entrypoints/reference',
    runs: 'the build',
    holds: 'the reference of all rules, made when the extension is built',
    uses: [
      'rules',
      'rules/engine',
      'rules/measures',
      'rules/policies',
      'components',
      `${background}/present`,
      `${background}/seller`,
      `${background}/shops`,
      'assets',
    ],
    types: [`${background}/messages`, `${background}/rows`],
    packages: ['node:fs', 'node:path', 'react', 'react-dom', 'vite', 'wxt'],
  },

  {
    path: 'entrypoints/popup',
    runs: 'our pages',
    holds: 'the popup',
    uses: ['components', 'rules/engine', `${workspace}/shell`, `${page}/reading`, 'assets'],
    types: [`${background}/messages`],
    packages: ['react', 'react-dom', 'wxt'],
  },

  {
    path: `${workspace}/files/writing`,
    runs: 'our pages',
    holds: 'workbooks, archives and tables of text',
    uses: [`${workspace}/files/reading`],
  },
  {
    path: `${workspace}/files/reading`,
    runs: 'our pages',
    holds: 'a seller’s file to rows and facts, in a worker that writes an import into the database',
    uses: [
      'rules/engine',
      'rules/measures',
      `${background}/rows`,
      `${background}/understanding`,
      `${background}/consoles`,
      `${background}/shops`,
      `${background}/database`,
      'assets',
    ],
    types: [`${background}/messages`],
    packages: ['papaparse', 'hucre', '@noble/hashes'],
  },
  {
    path: `${workspace}/files/checking`,
    runs: 'our pages',
    holds: 'a seller’s file to problems, in a worker, by the code that judges pages',
    uses: [
      'rules',
      'rules/engine',
      'rules/own',
      `${workspace}/files/reading`,
      `${workspace}/files/writing`,
      `${background}/rows`,
      `${background}/understanding`,
      `${background}/database`,
      `${background}/page`,
      `${background}/present`,
      `${background}/seller`,
      'assets',
    ],
    types: [`${background}/messages`, `${page}/reading`],
    packages: ['intl-messageformat'],
  },
  {
    path: `${workspace}/backup`,
    runs: 'our pages',
    holds: 'the backup’s format; reading, writing and restoring it in a worker',
    uses: [`${background}/database`, `${background}/seller`, `${background}/consoles`],
    types: [`${background}/rows`],
    packages: ['wxt'],
  },
  {
    path: `${workspace}/controls`,
    ...view,
    holds: 'inputs and panels of several views',
    uses: ['rules/own', `${workspace}/shell`],
  },
  {
    path: `${workspace}/shell`,
    ...view,
    holds: 'rail, routes, scope, texts; draws the view that is chosen',
    uses: [
      'components',
      `${background}/messages`,
      'rules/engine',
      'assets',
      ...[
        'bulk',
        'diagnosis',
        'imports',
        'listing',
        'listings',
        'overview',
        'own-checks',
        'rules',
        'settings',
        'upcoming',
        'welcome',
      ].map((name) => `${workspace}/${name}`),
    ],
    types: ['rules/own'],
  },
  {
    path: `${workspace}/bulk`,
    ...view,
    holds: 'view: check a file',
    uses: [...view.uses, `${workspace}/imports`, `${workspace}/files/checking`, `${workspace}/files/reading`],
  },
  {
    path: `${workspace}/imports`,
    ...view,
    holds: 'view: import reports',
    uses: [...view.uses, `${workspace}/files/reading`, `${workspace}/files/writing`, `${background}/understanding`],
  },
  {
    path: `${workspace}/settings`,
    ...view,
    holds: 'view: settings, the seller’s data',
    uses: [...view.uses, `${workspace}/backup`],
  },
  { path: `${workspace}/upcoming`, ...view, holds: 'view: what is ahead', packages: [...view.packages, 'wxt'] },
  { path: `${workspace}/diagnosis`, ...view, holds: 'view: how pages are read' },
  { path: `${workspace}/listing`, ...view, holds: 'view: one listing' },
  { path: `${workspace}/listings`, ...view, holds: 'view: the list of listings' },
  { path: `${workspace}/overview`, ...view, holds: 'view: all shops' },
  { path: `${workspace}/own-checks`, ...view, holds: 'view: the seller’s own checks' },
  { path: `${workspace}/rules`, ...view, holds: 'view: every rule' },
  { path: `${workspace}/welcome`, ...view, holds: 'views: welcome and what is new' },
  {
    path: workspace,
    runs: 'our pages',
    holds: 'entry of the workspace',
    uses: [`${workspace}/shell`, 'assets'],
    packages: ['react-dom', 'wxt'],
  },
];
