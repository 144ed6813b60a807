import { expect, test } from '@playwright/test';
import { builds, builtFiles } from '../tools/built-files.ts';

// The files of both packages as a reviewer gets them: no code or markup made of text, nothing loaded from anywhere else,
// and no way to send. Addresses of sources are there, as data.

/** Strings in the bundles that would need an explanation, and where one of them stands for something harmless. */
const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['eval', /(?<![\w$.])eval\s*\(/],
  ['new Function', /\bnew\s+Function\b|(?<![\w$.])Function\s*\(/],
  ['Function under another name', /=\s*Function\b(?!\.(?:call|prototype|apply|bind))/],
  ['timers made of text', /\bset(?:Timeout|Interval)\s*\(\s*["'`]/],
  [
    'markup made of text',
    /\.(?:innerHTML|outerHTML)\s*\+?=(?!=)|\b(?:insertAdjacentHTML|createContextualFragment|DOMParser|setHTMLUnsafe)\b/,
  ],
  ['document.write', /\bdocument\.write(?:ln)?\b/],
  [
    'scripts from elsewhere',
    /\bimportScripts\b|\bimport\s*\(|\bfrom\s*["'`]https?:|\bnew\s+(?:Shared)?Worker\s*\(\s*["'`]https?:/,
  ],
  [
    'requests',
    /(?<![\w$])fetch\s*\(|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|WebTransport|RTCPeerConnection)\b/,
  ],
  ['compiled binaries', /\bWebAssembly\b/],
];

for (const [name, build] of Object.entries(builds)) {
  for (const [what, pattern] of forbidden)
    test(`no script of the ${name} package has ${what}`, () => {
      const files = builtFiles(build, '.js');
      expect(files.length).toBeGreaterThan(5);
      const found = files.flatMap(({ path, text }) => {
        const at = pattern.exec(text)?.index;
        return at === undefined ? [] : [`${path}: ${text.slice(Math.max(0, at - 60), at + 60)}`];
      });
      expect(found).toEqual([]);
    });

  test(`every page of the ${name} package loads its own files only, and has no script or style in its text`, () => {
    const files = builtFiles(build, '.html');
    expect(files.length).toBeGreaterThan(8);
    for (const { path, text } of files) {
      const loaded = [
        ...text.matchAll(/<(?:script|link|img|iframe|source|object|embed)\b[^>]*?(?:src|href|data)="([^"]*)"/g),
      ];
      for (const [, address = ''] of loaded) expect(address, path).not.toMatch(/^(?:[a-z]+:)?\/\//);
      expect(text.match(/<script(?![^>]*\bsrc=)|<style\b|\sstyle="|\son[a-z]+="|<base\b/g), path).toBeNull();
    }
  });

  test(`every style of the ${name} package loads nothing`, () => {
    for (const { path, text } of builtFiles(build, '.css')) {
      expect(text, path).not.toMatch(/@import/);
      expect(text.match(/url\((?!["']?(?:data:|#))[^)]*\)/g), path).toBeNull();
    }
  });
}
