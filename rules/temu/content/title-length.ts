import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { shortened } from '../../measures/lengths.ts';
import file from '../../policies/temu/title-length.json' with { type: 'json' };

/** The product name has at most 250 (full- and semi-managed) or 500 (local) code points. */
export default defineRule({
  id: 'temu/title-length',
  topic: 'content',
  severity: 'error',
  needs: ['managedMode', 'productNameLength'],
  uses: ['productName'],
  marks: ['productName', 'productEnName'],
  policy: readPolicy(file, { limit: 'count', localLimit: 'count' }),
  before({ managedMode, productNameLength }, { limit, localLimit }) {
    // The mode decides only between the two limits.
    if (managedMode || typeof productNameLength !== 'number') return undefined;
    if (productNameLength <= limit) return ok();
    if (productNameLength <= localLimit) return undefined;
    return violation({ values: { productNameLength }, fix: { limit, removeCharacters: productNameLength - limit } });
  },
  check({ managedMode, productName, productNameLength }, { limit: general, localLimit }) {
    const limit = managedMode === 'local' ? localLimit : general;
    if (productNameLength <= limit) return ok();
    const removeCharacters = productNameLength - limit;
    const fix = { limit, removeCharacters, ...(productName ? { shortened: shortened(productName, limit) } : {}) };
    return violation({ values: { productNameLength }, fix });
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-20', facts: { managedMode: 'full', productNameLength: 250 } },
      { site: 'us', day: '2026-11-20', facts: { managedMode: 'local', productNameLength: 500 } },
      { site: 'global', day: '2026-11-20', facts: { productNameLength: 250 } },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { managedMode: 'full', productNameLength: 251 },
        gives: { removeCharacters: 1, limit: 250 },
      },
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', productNameLength: 501 },
        gives: { removeCharacters: 1, limit: 500 },
      },
      { site: 'global', day: '2026-11-20', facts: { productNameLength: 501 }, gives: { removeCharacters: 251 } },
    ],
    unknown: [
      { site: 'global', day: '2026-11-20', facts: { productNameLength: 300 } },
      { site: 'global', day: '2026-11-20', facts: { managedMode: 'full' } },
    ],
    notApplicable: [{ site: 'global', day: '2026-11-20', facts: { productNameLength: null } }],
  },
});
