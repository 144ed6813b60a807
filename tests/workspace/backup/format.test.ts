import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BackupHeader, type BackupLine, BackupRefused } from '../../../entrypoints/workspace/backup/format.ts';
import { readBackup } from '../../../entrypoints/workspace/backup/read.ts';
import { fromJson, toJson } from '../../../entrypoints/workspace/backup/values.ts';
import { backupWriter } from '../../../entrypoints/workspace/backup/write.ts';

const header: BackupHeader = {
  preflight: 'backup',
  format: 1,
  version: '0.1.0',
  database: 2,
  made: '2026-11-21T10:00:00.000Z',
  rows: { listings: 2500 },
  stores: [{ marketplace: 'amazon', site: 'US', name: 'Harbor Demo Goods' }],
};

async function written(lines: readonly Exclude<BackupLine, { end: number }>[], head = header): Promise<Blob> {
  const writer = backupWriter(head);
  for (const line of lines) writer.add(line);
  return writer.finish();
}

async function read(file: Blob, database = 2): Promise<BackupLine[]> {
  const found: BackupLine[] = [];
  await readBackup(file, database, (lines) => {
    found.push(...lines);
  });
  return found;
}

const refusalOf = (file: Blob, database = 2) =>
  read(file, database).then(
    () => null,
    (error) => {
      if (!(error instanceof BackupRefused)) throw error;
      return { fault: error.fault, line: error.line };
    },
  );

const rows = (count: number): Exclude<BackupLine, { end: number }>[] =>
  Array.from({ length: count }, (_, index) => ({
    row: ['listings', { store: 'amazon|US|海港', listing: `sku:${index}`, facts: { title: 'A "kettle"\n水壶' } }],
  }));

const bytesOf = async (file: Blob) => Buffer.from(await file.arrayBuffer());
const text = async (file: Blob) => gunzipSync(await bytesOf(file)).toString('utf8');
const asFile = (content: string | Buffer) => new Blob([gzipSync(content) as Uint8Array<ArrayBuffer>]);

describe('values', () => {
  const binary = fc.oneof(
    fc.uint8Array().map((bytes) => bytes),
    fc.uint32Array(),
    fc.float64Array({ noNaN: true }),
    fc.bigInt64Array(),
    fc.uint8Array().map((bytes) => Uint8Array.from(bytes).buffer),
  );
  const date = fc.date({ noInvalidDate: true });

  test('whatever a database row can hold comes back the same', () => {
    const value = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 2, depthSize: 'small' },
        fc.constant(null),
        fc.boolean(),
        fc.double(),
        fc.string({ unit: 'binary' }),
        date,
        binary,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(
          fc.oneof(fc.string(), fc.constantFrom('$binary', '$date', '$number', '$$', '$', '__proto__')),
          tie('value'),
          { maxKeys: 4, noNullPrototype: true },
        ),
      ),
    })).value;
    fc.assert(
      fc.property(value, (one) => {
        expect(fromJson(toJson({ one }))).toEqual({ one });
      }),
      { numRuns: 60 },
    );
  });

  test.each([[() => 1], [new Map([[1, 2]])], [new Blob(['a'])], [[undefined]], [10n]])(
    'what cannot be written is refused, not left out: %o',
    (value) => {
      expect(() => toJson({ value })).toThrow('cannot be written');
    },
  );

  test('bytes of a part of a buffer are that part alone', () => {
    const part = new Uint8Array(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2);
    expect(fromJson(toJson(part))).toEqual(new Uint8Array([2, 3]));
  });
});

describe('a backup', () => {
  test.each([0, 1, 997, 998, 999, 1000, 2500])('of %i rows is read as it was written', async (count) => {
    const lines = [{ decision: ['language', 'zh-CN'] as const }, ...rows(count)];
    expect(await read(await written(lines))).toEqual(lines);
  });

  test('says what it holds in its first line', async () => {
    expect((await text(await written([]))).split('\n')[0]).toBe(JSON.stringify(header));
  });

  test('can be checked with the tools at hand: a seal is the SHA-256 of the seal before and the lines since', async () => {
    const lines = (await text(await written(rows(1)))).trimEnd().split('\n');
    const { createHash } = await import('node:crypto');
    const sealed = lines.slice(0, -1).map((line) => `${line}\n`);
    expect(lines.at(-1)).toBe(`{"seal":"${createHash('sha256').update(sealed.join('')).digest('hex')}"}`);
    expect(lines.at(-2)).toBe('{"end":1}');
  });

  test('is refused with the reason when it is not one', async () => {
    expect(await refusalOf(new Blob([]))).toEqual({ fault: 'empty', line: null });
    expect(await refusalOf(new Blob(['sku\tasin\n']))).toEqual({ fault: 'not-ours', line: null });
    expect(await refusalOf(asFile('sku\tasin\n'))).toEqual({ fault: 'not-ours', line: null });
    expect(await refusalOf(asFile('{"preflight":"settings"}\n'))).toEqual({ fault: 'not-ours', line: null });
    expect(await refusalOf(asFile(Buffer.from([0xff, 0xfe, 0x00])))).toEqual({ fault: 'not-ours', line: null });
    expect(await refusalOf(new Blob([new Uint8Array([0x1f, 0x8b, 1, 2, 3])]))).toMatchObject({ fault: 'not-ours' });
  });

  test('of a later version is refused', async () => {
    expect(await refusalOf(await written(rows(1)), 1)).toMatchObject({ fault: 'too-new' });
    expect(await refusalOf(await written(rows(1), { ...header, format: 2 }))).toMatchObject({ fault: 'too-new' });
  });

  test('is refused wherever its text ends early', async () => {
    const lines = (await text(await written(rows(1200)))).split('\n');
    for (const kept of [1, 2, 500, 999, 1000, 1001, 1200, lines.length - 3, lines.length - 2]) {
      const refusal = await refusalOf(
        asFile(
          lines
            .slice(0, kept)
            .map((line) => `${line}\n`)
            .join(''),
        ),
      );
      expect(refusal, String(kept)).toMatchObject({ fault: 'cut' });
    }
  });

  test('is refused wherever the file itself ends early or has one other bit', async () => {
    const bytes = await bytesOf(await written(rows(300)));
    const at = fc.nat(bytes.length - 1);
    await fc.assert(
      fc.asyncProperty(at, fc.nat(7), async (place, bit) => {
        expect(await refusalOf(new Blob([bytes.subarray(0, place)]))).not.toBeNull();
        const changed = Buffer.from(bytes);
        changed[place] = (changed[place] ?? 0) ^ (1 << bit);
        const lines = await read(new Blob([changed])).catch((error) => error);
        // Some bits of gzip's own header mean nothing for its content.
        if (!(lines instanceof BackupRefused)) expect(lines).toEqual(rows(300));
      }),
      { numRuns: 40 },
    );
  });

  test('is refused when a line of it was changed, left out, repeated or moved by someone who packs it again', async () => {
    const lines = (await text(await written(rows(1500)))).trimEnd().split('\n');
    const whole = (changed: readonly string[]) => asFile(changed.map((line) => `${line}\n`).join(''));
    expect(await refusalOf(whole(lines))).toBeNull();
    for (const at of [3, 700, 1100]) {
      const line = lines[at] ?? '';
      expect(await refusalOf(whole(lines.with(at, line.replace('kettle', 'nettle'))))).toMatchObject({
        fault: 'damaged',
      });
      expect(await refusalOf(whole(lines.toSpliced(at, 1)))).toMatchObject({ fault: 'damaged' });
      expect(await refusalOf(whole(lines.toSpliced(at, 0, line)))).toMatchObject({ fault: 'damaged' });
    }
    expect(await refusalOf(whole([...lines, lines[3] ?? '']))).toMatchObject({ fault: 'damaged' });
    expect(await refusalOf(whole([...lines, ...lines]))).toMatchObject({ fault: 'damaged' });
  });
});
