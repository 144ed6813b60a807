import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/image-main-background.json' with { type: 'json' };

type Colour = readonly [red: number, green: number, blue: number];

/** The corners of the main image are pure white: red, green and blue exactly 255. */
export default defineRule({
  id: 'amazon/image-main-background',
  topic: 'media',
  severity: 'warning',
  needs: ['cornerRgb'],
  uses: ['isFirst'],
  marks: ['cornerRgb'],
  policy: readPolicy(file, { background: 'table' }),
  quietUnknown: true,
  before({ isFirst }) {
    return isFirst === false ? notApplicable('no-trigger') : undefined;
  },
  check({ cornerRgb }, { background }: { background: Colour }) {
    if (cornerRgb.length === 0) return unknown('cornerRgb');
    for (const corner of cornerRgb)
      if (!isSame(corner, background))
        return violation({ values: { colour: written(corner) }, fix: { background: written(background) } });
    return ok();
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          cornerRgb: [
            [255, 255, 255],
            [255, 255, 255],
            [255, 255, 255],
            [255, 255, 255],
          ],
        },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          cornerRgb: [
            [255, 255, 255],
            [255, 255, 255],
            [255, 255, 255],
            [254, 254, 253],
          ],
        },
        gives: { colour: '254, 254, 253', background: '255, 255, 255' },
      },
      {
        site: 'DE',
        day: '2026-11-20',
        facts: { cornerRgb: [[0, 0, 0]] },
        gives: { colour: '0, 0, 0' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: {} },
      { site: 'US', day: '2026-11-20', facts: { cornerRgb: [] } },
    ],
    notApplicable: [{ site: 'US', day: '2026-11-20', facts: { cornerRgb: [[0, 0, 0]], isFirst: false } }],
  },
});

function isSame(a: Colour, b: Colour): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}

function written(colour: Colour): string {
  return colour.join(', ');
}
