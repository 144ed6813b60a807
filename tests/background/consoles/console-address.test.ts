import { describe, expect, test } from 'vitest';
import { consoleLink, withoutForeignAddress } from '../../../entrypoints/background/consoles/console-address.ts';

// A stored address becomes a link to a console, or none: a backup may say anything.

const PAGE = 'https://sellercentral.amazon.com/abis/listing/edit/offer?sku=A#offer';

describe('a link to a stored page', () => {
  test.each([PAGE, 'https://agentseller.temu.com/goods/list', 'https://seller-us.tiktok.com/product/manage'])(
    'leads to a console: %s',
    (address) => {
      expect(consoleLink(address)).toBe(address);
    },
  );

  test.each([
    '',
    'sellercentral.amazon.com',
    '//sellercentral.amazon.com/x',
    'https://sellercentral.amazon.com.evil.example/',
    'https://sellercentral.amazon.com@evil.example/',
    'https://evil.example/https://sellercentral.amazon.com/',
    'https://evil.example\\@sellercentral.amazon.com/',
    'https://evil.example#@sellercentral.amazon.com/',
    'https://seller@sellercentral.amazon.com/',
    'https://seller:password@sellercentral.amazon.com/',
    'https://evilsellercentral.amazon.com/',
    'https://evil.sellercentral.amazon.com/',
    'https://sellercentral.amazon.com./',
    'https://sellercentral.amazon.com:8443/',
    'http://sellercentral.amazon.com/',
    'http://sellercentral.amazon.com:443/',
    'ftp://sellercentral.amazon.com/',
    'javascript:document.title=1//https://sellercentral.amazon.com/',
    'java\nscript:alert(1)',
    'data:text/html,https://sellercentral.amazon.com/',
    'blob:https://sellercentral.amazon.com/1',
    'filesystem:https://sellercentral.amazon.com/1',
    'view-source:https://sellercentral.amazon.com/',
    'chrome-extension://abc/popup.html',
    'about:blank',
    'https://sellercentral.аmazon.com/',
    'https://sellercentraI.amazon.com/',
    'https://sellercentral。amazon。com.evil.example/',
    'https://[::1]/',
    'https://hasOwnProperty/',
  ])('does not lead anywhere else: %s', (address) => {
    expect(consoleLink(address)).toBeNull();
  });

  test.each([null, undefined, 5, {}, [PAGE]])('is none where nothing is stored: %o', (address) => {
    expect(consoleLink(address)).toBeNull();
  });

  test('leads where the browser would go: other ways to write a console’s host are that host', () => {
    expect(consoleLink('https:\\\\sellercentral.amazon.com\\x')).toBe('https://sellercentral.amazon.com/x');
    expect(consoleLink('HTTPS://SellerCentral.Amazon.COM:443/x')).toBe('https://sellercentral.amazon.com/x');
    expect(consoleLink('https://sellercentral。amazon。com/x')).toBe('https://sellercentral.amazon.com/x');
  });
});

test('a row of a backup loses an address that is not a console’s, and nothing else', () => {
  const row = { store: 'amazon|US|A', listing: 'sku:A', address: 'https://evil.example/' };
  expect(withoutForeignAddress(['findings', row])).toEqual(['findings', { ...row, address: '' }]);
  for (const kept of [PAGE, '']) {
    const stored = ['findings', { ...row, address: kept }] as const;
    expect(withoutForeignAddress(stored)).toBe(stored);
  }
  expect(withoutForeignAddress(['stores', null])).toEqual(['stores', null]);
});
