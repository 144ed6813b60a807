import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  /** The Node of one platform, which runs the scripts. */
  readonly optional?: boolean;
}

interface PackageFile {
  readonly author?: string | { readonly name: string };
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
}

/** Tools that leave something of their own in what they build. */
const BROUGHT_BY_THE_BUILD = ['wxt', '@wxt-dev/browser', '@wxt-dev/webextension-polyfill'];

/** The file in the package that names the licences of everything in it, relative to the root. */
export const LICENCES = 'assets/public/licences.txt';

/** `licences.txt`: Preflight's own licence, then package, version, licence, source and full text of all that is bundled. */
export function licencesText(root: string): string {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const bundled = Object.entries(packages)
    .map(([path, locked]) => ({ name: path.replace(/^.*node_modules\//, ''), path, locked }))
    .filter(({ path, name, locked }) => path !== '' && (isShipped(locked) || BROUGHT_BY_THE_BUILD.includes(name)))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const parts = bundled.map(({ name, path, locked }) => part(root, name, path, locked));
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  return `Preflight\n\n${own}\n\nIt contains the following packages.\n\n${parts.join('\n\n')}\n`;
}

function isShipped({ dev, optional }: Locked): boolean {
  return !dev && !optional;
}

function part(root: string, name: string, path: string, { version, license = '' }: Locked): string {
  const folder = join(root, path);
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;
  const heading = `${'-'.repeat(72)}\n${name} ${version}\nLicence: ${license}\nSource: ${sourceOf(about, name)}`;
  const file = readdirSync(folder).find((one) => /^licen[cs]e(\.md|\.txt)?$/i.test(one));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : withoutText(name, license, about);
  return `${heading}\n\n${text.replaceAll('\r\n', '\n')}`;
}

/** The address where the source is, as MPL-2.0 wants it named. */
function sourceOf({ repository, homepage }: PackageFile, name: string): string {
  const address = typeof repository === 'string' ? repository : (repository?.url ?? homepage);
  if (!address) throw new Error(`${name} names no source.`);
  const full = /^[\w.-]+\/[\w.-]+$/.test(address) ? `https://github.com/${address}` : address;
  return full
    .replace(/^git\+/, '')
    .replace('git@github.com:', 'https://github.com/')
    .replace(/^git:/, 'https:')
    .replace(/\.git$/, '');
}

/** A package that names the MIT licence and brings no text of it gets the licence's own words. */
function withoutText(name: string, license: string, { author }: PackageFile): string {
  const holder = typeof author === 'string' ? author : author?.name;
  if (license !== 'MIT' || !holder) throw new Error(`${name} brings no licence text.`);
  return `MIT License\n\nCopyright (c) ${holder}\n\n${MIT}`;
}

/** https://spdx.org/licenses/MIT.html */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;
