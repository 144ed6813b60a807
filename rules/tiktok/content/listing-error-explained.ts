import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/listing-error-explained.json' with { type: 'json' };

/** Explains the error and advice codes that the page shows. */
export default defineRule({
  id: 'tiktok/listing-error-explained',
  topic: 'content',
  severity: 'info',
  needs: ['errorCodes'],
  marks: ['title'],
  policy: readPolicy(file, { codes: 'texts' }),
  quietUnknown: true,
  check({ errorCodes }, { codes }) {
    const known = errorCodes.find((code) => codes.includes(code));
    return known === undefined ? ok() : violation({ message: known, values: { errorCode: known }, fix: {} });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { errorCodes: [] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['99999999'] } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052051'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052261'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052028'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052050'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052054'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052055'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052073'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052570'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052104'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052105'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052181'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052201'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052208'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052220'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052223'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052226'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052673'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052093'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052931'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052262'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['TITLE_REPETITIVE'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['TITLE_INCLUDE_ADVERTISE'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['TITLE_NOT_INCLUDE_VARIETY_WORDS'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['TITLE_NOT_INCLUDE_PRODUCT_SUBJECT_WORDS'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['DESCRIPTION_INVALID'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['DESCRIPTION_HAVE_TOO_LONG_PARAGRAPH'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['DESCRIPTION_NOT_PROPER_CAPITALIZATION'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['MAIN_IMG_LESS_THAN_5_IMAGES'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['MAIN_IMG_FIRST_IMG_LOW_QUALITY'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['MAIN_IMG_DUPLICATE'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['MAIN_IMG_FIRST_IMG_TEXT_OVERLOAD'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['MAIN_IMG_FIRSTIMG_WATERMARK'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['MAIN_IMG_FIRST_IMG_SPLICED_PICTURE'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['MAIN_IMG_PROMOTION_IMAGE'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['SIZE_CHART_NOT_INCLUDE_SIZE_INFO'] } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2025-12-01', facts: { errorCodes: ['12052051'] } }],
  },
});
