import { expect, test } from '@playwright/test';
import { browser, launchForEachTest } from '../tools/each-test.ts';
import { testPage } from '../tools/pages.ts';

// A console's host also serves pictures, data and old frames. Nothing is said there, and nothing throws.

launchForEachTest();

const { address } = testPage('amazon/listing-editor/gen2-offer-en-us');
const SVG = 'xmlns="http://www.w3.org/2000/svg"';
const FIELD = '<input name="purchasable_offer-0-our_price-0-schedule-0-value_with_tax" value="1"/>';

const documents = {
  SVG: [`<svg ${SVG}><text y="20">x</text></svg>`, 'image/svg+xml'],
  'SVG with a form in it': [
    `<svg ${SVG}><foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml">${FIELD}</body></foreignObject></svg>`,
    'image/svg+xml',
  ],
  XML: ['<?xml version="1.0"?><a><b>1</b></a>', 'application/xml'],
  'XHTML without a body': ['<html xmlns="http://www.w3.org/1999/xhtml"/>', 'application/xhtml+xml'],
  JSON: ['{"a":1}', 'application/json'],
  text: ['plain', 'text/plain'],
  frameset: ['<!doctype html><html><frameset cols="*"><frame src="about:blank"></frameset></html>', 'text/html'],
} as const;

for (const [name, [body, contentType]] of Object.entries(documents))
  test(`is silent on ${name}`, async () => {
    const page = await browser.context.newPage();
    // So that the host is a known one.
    browser.serve(address, '');
    await page.route(address.split('#')[0] ?? address, (route) => route.fulfill({ body, contentType }));
    const session = await page.context().newCDPSession(page);
    const thrown: string[] = [];
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      thrown.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
    });
    await session.send('Runtime.enable');
    await page.goto(address);
    await page.waitForTimeout(800);
    expect(thrown).toEqual([]);
    expect(await page.evaluate(() => document.querySelector('preflight-overlay'))).toBeNull();
    expect((await browser.overview(page)).page).toBeNull();
    await page.close();
  });
