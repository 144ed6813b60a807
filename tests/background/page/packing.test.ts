import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Packer } from '../../../entrypoints/background/page/packing.ts';

const values = fc.jsonValue({ maxDepth: 4 });
const records = fc.array(fc.record({ via: fc.string(), rule: fc.constantFrom('a', '~a', '~~'), value: values }));

test('what is packed comes back as it was, also by what was kept of its dictionary', () => {
  fc.assert(
    fc.property(fc.oneof(values, records), (value) => {
      const packer = new Packer();
      const text = packer.pack(value);
      const kept = JSON.parse(JSON.stringify(packer.dictionary));
      const plain = JSON.parse(JSON.stringify(value));
      expect(packer.unpack(text)).toEqual(plain);
      expect(new Packer(kept).unpack(text)).toEqual(plain);
    }),
  );
});

test('what is packed later does not change what was packed before', () => {
  const packer = new Packer();
  const first = packer.pack({ via: 'label:price', state: 'read' });
  packer.pack({ via: 'label:title', state: 'absent', found: [] });
  expect(packer.unpack(first)).toEqual({ via: 'label:price', state: 'read' });
});

test('a dictionary does not grow without end', () => {
  const packer = new Packer();
  const all = Array.from({ length: 10_000 }, (_, index) => ({ via: `via${index}`, [`name${index}`]: index }));
  const packed = packer.pack(all);
  expect(packer.dictionary.words.length).toBeLessThan(5000);
  expect(packer.dictionary.shapes.length).toBeLessThan(5000);
  expect(packer.unpack(packed)).toEqual(all);
});
