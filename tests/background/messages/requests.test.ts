import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { consoleRequests, extensionRequests } from '../../../entrypoints/background/messages/requests.ts';
import { Refusal, type Sender } from '../../../entrypoints/background/messages/senders.ts';
import { route } from '../../../entrypoints/background/router.ts';
import { forgetDecisions } from '../../../entrypoints/background/seller/decisions.ts';
import { arbitraryOf, mutated, type Schema } from '../../tools/arbitrary-message.ts';

// Every kind of message, as the tables name them: one that is added tomorrow is tried here without a word.

const now = new Date('2026-11-20T18:00:00Z');
const OWN = 'chrome-extension://test-extension-id';
const fromConsole = Object.entries(consoleRequests) as unknown as [string, Schema][];
const fromExtension = Object.entries(extensionRequests) as unknown as [string, Schema][];
const inBoth = fromConsole.map(([kind]) => kind).filter((kind) => kind in extensionRequests);

beforeEach(() => {
  fakeBrowser.reset();
  forgetDecisions();
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `${OWN}${path}`);
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-US');
});

const console_: Sender = {
  id: 'test-extension-id',
  url: 'https://sellercentral.amazon.com/abis/listing/edit?sku=A',
  frameId: 0,
  tab: { id: 1 },
};
const page: Sender = { id: 'test-extension-id', url: `${OWN}/workspace.html`, frameId: 0, tab: { id: 2 } };

const nowhere: readonly (readonly [string, Sender])[] = [
  ['nobody', {}],
  ['another extension', { ...page, id: 'another' }],
  ['another extension’s page', { id: 'another', url: 'chrome-extension://another/popup.html' }],
  ['a page with our id in its address', { ...console_, url: `https://evil.example/${OWN}/` }],
  ['a host that only begins like ours', { ...console_, url: 'https://sellercentral.amazon.com.evil.example/' }],
  ['a host that only ends like ours', { ...console_, url: 'https://evil-sellercentral.amazon.com/' }],
  ['a user name like a host of ours', { ...console_, url: 'https://sellercentral.amazon.com@evil.example/' }],
  ['the marketplace’s shop', { ...console_, url: 'https://www.amazon.com/' }],
  ['http', { ...console_, url: 'http://sellercentral.amazon.com/' }],
  ['another port', { ...console_, url: 'https://sellercentral.amazon.com:444/' }],
  ['a local file', { ...console_, url: 'file:///sellercentral.amazon.com/' }],
  ['a document without address', { ...console_, url: 'about:blank' }],
  ['no address at all', { id: 'test-extension-id', frameId: 0, tab: { id: 1 } }],
];
const notConsole: readonly (readonly [string, Sender])[] = [
  ...nowhere,
  ['a frame in a console', { ...console_, frameId: 7 }],
  ['a console without a tab', { id: 'test-extension-id', url: console_.url, frameId: 0 }],
];

/** A few messages of a kind, the same in every run. */
const some = (schema: Schema, count = 5) => fc.sample(arbitraryOf(schema), { numRuns: count, seed: 20_261_120 });

async function refusedFrom(sender: Sender, message: unknown): Promise<void> {
  const answer = route(message, sender, now);
  expect(answer).toBeDefined();
  await expect(answer).rejects.toThrow(Refusal);
  await expect(answer).rejects.toThrow(/does not come from/);
}

describe('a kind of message of the console', () => {
  test.each(fromConsole)('%s is refused from everywhere else', async (kind, schema) => {
    const own: readonly (readonly [string, Sender])[] = inBoth.includes(kind) ? [] : [['a page of ours', page]];
    for (const message of some(schema))
      for (const [, sender] of [...notConsole, ...own]) await refusedFrom(sender, message);
    expect(await browser.storage.local.get(null)).toEqual({});
    expect(await browser.storage.session.get(null)).toEqual({});
  });
});

describe('a kind of message of the extension’s pages', () => {
  test.each(fromExtension)('%s is refused from everywhere else', async (kind, schema) => {
    const consoles: readonly (readonly [string, Sender])[] = inBoth.includes(kind) ? [] : [['a console', console_]];
    for (const message of some(schema))
      for (const [, sender] of [...nowhere, ...consoles]) await refusedFrom(sender, message);
    expect(await browser.storage.local.get(null)).toEqual({});
  });
});

test('no kind is both a console’s and the extension’s but those that are meant to be', () => {
  expect(inBoth.toSorted()).toEqual(['open-imports', 'open-rule', 'start-teaching']);
});

describe.each([
  ['console', fromConsole],
  ['extension', fromExtension],
] as const)('schemas of the %s', (_of, requests) => {
  test.each(requests)('%s takes what it says it takes', (_kind, schema) => {
    const { safeParse } = schema as unknown as { safeParse(value: unknown): { success: boolean } };
    fc.assert(
      fc.property(arbitraryOf(schema), (message) => safeParse(message).success),
      { numRuns: 30 },
    );
  });

  test.each(requests)(
    '%s answers any change of it, without a throw and without parts of no schema',
    (_kind, schema) => {
      const { safeParse } = schema as unknown as { safeParse(value: unknown): { success: boolean; data?: unknown } };
      fc.assert(
        fc.property(mutated(arbitraryOf(schema)), (message) => {
          const { success, data } = safeParse(message);
          // What is taken is bounded, whatever was sent.
          return !success || JSON.stringify(data).length < 200_000;
        }),
        { numRuns: 100 },
      );
    },
  );
});

test('what is no message of ours is left to others, whatever it is', () => {
  const kinds = new Set([...fromConsole, ...fromExtension].map(([kind]) => kind));
  fc.assert(
    fc.property(fc.anything(), (message) => {
      const kind = (message as { kind?: unknown } | null)?.kind;
      return kinds.has(kind as string) || route(message, console_, now) === undefined;
    }),
    { numRuns: 500 },
  );
});
