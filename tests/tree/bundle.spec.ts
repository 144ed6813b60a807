import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { type BuiltFile, builds, builtFiles } from '../tools/built-files.ts';

// The files of both packages as a reviewer gets them: no code or markup made of text, nothing loaded from anywhere else,
// and no way to send, but for what is known of the packages in them. Addresses of sources are there, as data.

const root = resolve(import.meta.dirname, '../..');

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

interface Known {
  readonly of: string;
  /** As the bundler's minifier writes it. */
  readonly code: RegExp;
  /** How often it stands in one file, at most. */
  readonly times: number;
}

/**
 * What packages bring and no setting of theirs takes out. None of it is ever called here; what forbids it, should that
 * change, is told in assets/store/review.md too.
 */
const known: readonly Known[] = [
  // Asked only without `jitless`, which every entry with zod sets first. `script-src 'self'` forbids both.
  { of: "zod's question whether code may be made of text", code: /try\{return Function\(``\),!0\}catch/g, times: 1 },
  { of: "zod's compiled schemas", code: /compile\(\)\{let (\w+)=Function,[^}]*?new \1\(/g, times: 1 },
  // Only for `dangerouslySetInnerHTML` and for a `<script>` among the views: neither stands in our sources.
  {
    of: "React's elements of scripts",
    code: /(\w+)\.innerHTML=`<script><\\\/script>`,\1=\1\.removeChild\(\1\.firstChild\)/g,
    times: 1,
  },
  { of: "React's markup made of text", code: /\w+\?\.__html!==(\w+)&&\(\w+\.innerHTML=\1\)/g, times: 2 },
  {
    of: "Preact's markup made of text",
    code: /(\w+)\.__html==(\w+)\.innerHTML\)\|\|\(\2\.innerHTML=\1\.__html\)/g,
    times: 1,
  },
  // For a file named by its address: it is given parts of files that were chosen. `connect-src 'none'` forbids it.
  { of: "Papa Parse's reader of addresses", code: /\w+=new XMLHttpRequest,this\._config\.withCredentials/g, times: 1 },
];

function withoutKnown({ path, text }: BuiltFile): BuiltFile {
  let left = text;
  for (const { of, code, times } of known) {
    expect(text.match(code)?.length ?? 0, `${path}: ${of}`).toBeLessThanOrEqual(times);
    left = left.replaceAll(code, '');
  }
  return { path, text: left };
}

test('no source of ours makes markup of text, or views of scripts', () => {
  for (const folder of ['components', 'entrypoints', 'rules'])
    for (const { path, text } of ['.ts', '.tsx'].flatMap((ending) => builtFiles(join(root, folder), ending)))
      expect(text.match(/dangerouslySetInnerHTML|<script|createElement\('script'/), path).toBeNull();
});

for (const [name, build] of Object.entries(builds)) {
  for (const [what, pattern] of forbidden)
    test(`no script of the ${name} package has ${what} but what is known of its packages`, () => {
      const files = builtFiles(build, '.js').map(withoutKnown);
      expect(files.length).toBeGreaterThan(5);
      const found = files.flatMap(({ path, text }) => {
        const at = pattern.exec(text)?.index;
        return at === undefined ? [] : [`${path}: ${text.slice(Math.max(0, at - 60), at + 60)}`];
      });
      expect(found).toEqual([]);
    });

  test(`all that is known of packages is still in the ${name} package`, () => {
    const files = builtFiles(build, '.js');
    for (const { of, code } of known)
      expect(
        files.filter(({ text }) => text.search(code) >= 0),
        of,
      ).not.toEqual([]);
  });

  test(`wherever the ${name} package has zod, it is told to make no code`, () => {
    const files = builtFiles(build, '.js').filter(({ text }) => text.includes('return Function(``)'));
    expect(files.length).toBeGreaterThan(1);
    for (const { path, text } of files) expect(text, path).toContain('({jitless:!0})');
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
