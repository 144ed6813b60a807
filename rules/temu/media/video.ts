import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { Big, roundTo } from '../../measures/decimals.ts';
import file from '../../policies/temu/video.json' with { type: 'json' };

/** A video has at most 60 s and 500 MB (error); above 100 MB another official page warns. Local: 60 s and 100 MB. */
export default defineRule({
  id: 'temu/video',
  topic: 'media',
  severity: 'warning',
  needs: ['videoSeconds', 'videoBytes'],
  uses: ['managedMode'],
  marks: ['videoSeconds'],
  policy: readPolicy(file, { maxSeconds: 'count', maxBytes: 'count', safeBytes: 'count' }),
  quietUnknown: true,
  check({ videoSeconds, videoBytes, managedMode }, limits) {
    if (videoSeconds > limits.maxSeconds)
      return violation({
        severity: 'error',
        message: 'tooLong',
        values: { videoSeconds },
        fix: { limit: limits.maxSeconds },
      });
    const maxBytes = managedMode === 'local' ? limits.safeBytes : limits.maxBytes;
    const values = { megabytes: roundTo(new Big(videoBytes).div(MEGABYTE), 1) };
    if (videoBytes > maxBytes)
      return violation({ severity: 'error', message: 'tooLarge', values, fix: { maxMegabytes: maxBytes / MEGABYTE } });
    if (videoBytes <= limits.safeBytes) return ok();
    return violation({ values, fix: { maxMegabytes: limits.safeBytes / MEGABYTE } });
  },
  examples: {
    ok: [{ site: 'global', day: '2026-11-20', facts: { videoSeconds: 60, videoBytes: 104857600 } }],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { videoSeconds: 61, videoBytes: 1048576 },
        gives: { limit: 60 },
        severity: 'error',
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { videoSeconds: 30, videoBytes: 524288001 },
        gives: { maxMegabytes: 500 },
        severity: 'error',
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { videoSeconds: 30, videoBytes: 104857601 },
        gives: { maxMegabytes: 100 },
        severity: 'warning',
      },
      {
        site: 'us',
        day: '2026-11-20',
        facts: { videoSeconds: 30, videoBytes: 104857601, managedMode: 'local' },
        gives: { maxMegabytes: 100 },
        severity: 'error',
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { videoSeconds: 30 } }],
    notApplicable: [{ site: 'global', day: '2026-04-26', facts: { videoSeconds: 61, videoBytes: 1 } }],
  },
});

const MEGABYTE = 1_048_576;
