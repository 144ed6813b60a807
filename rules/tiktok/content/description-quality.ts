import type { Outcome } from '../../engine/outcome.ts';
import { type Figures, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/description-quality.json' with { type: 'json' };

const ONLY_LINK = /^\s*(?:https?:\/\/|www\.)\S+\s*$/iu;
const WORD = /[\p{L}\p{N}]+/gu;

/** For the quality score: US 80 characters or an image, paragraphs under 400, not all capitals, not only a link; elsewhere 500 characters (JP 50) and a line break; VN 30 words. */
export default defineRule({
  id: 'tiktok/description-quality',
  topic: 'content',
  severity: 'info',
  needs: ['descriptionLength'],
  uses: ['descriptionImages', 'longestParagraph', 'description'],
  marks: ['description'],
  policy: readPolicy(file, {
    minCharacters: 'count',
    imagesHelp: 'flag',
    paragraphUnder: 'count',
    style: 'flag',
    lineBreak: 'flag',
    minWords: 'count',
  }),
  quietUnknown: true,
  check(facts, limits) {
    const { descriptionLength, descriptionImages, longestParagraph, description } = facts;
    const hasImages = typeof descriptionImages === 'number' && descriptionImages > 0;
    if (descriptionLength < limits.minCharacters && !(limits.imagesHelp && hasImages)) {
      const addCharacters = limits.minCharacters - descriptionLength;
      return advice('problem', 'length', { minimum: limits.minCharacters, addCharacters }, { descriptionLength });
    }
    if (limits.paragraphUnder && typeof longestParagraph === 'number' && longestParagraph >= limits.paragraphUnder)
      return advice('paragraph', 'paragraph', { limit: limits.paragraphUnder - 1 }, { longestParagraph });
    if (!description) return ok();
    if (limits.style && ONLY_LINK.test(description)) return advice('link', 'link');
    if (limits.style && isShouted(description)) return advice('capitals', 'capitals');
    if (limits.lineBreak && !description.trim().includes('\n')) return advice('lineBreak', 'line break');
    if (!limits.minWords) return ok();
    const words = description.match(WORD)?.length ?? 0;
    if (words >= limits.minWords) return ok();
    return advice('words', 'words', { addWords: limits.minWords - words }, { wordCount: words });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { descriptionLength: 80 } },
      { site: 'US', day: '2026-11-20', facts: { descriptionLength: 10, descriptionImages: 3 } },
      { site: 'US', day: '2026-11-20', facts: { descriptionLength: 500, longestParagraph: 399 } },
      { site: 'UK', day: '2026-11-20', facts: { descriptionLength: 500 } },
      { site: 'JP', day: '2026-11-20', facts: { descriptionLength: 50 } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { descriptionLength: 79 },
        gives: { addCharacters: 1, reason: 'length' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { descriptionLength: 500, longestParagraph: 400 },
        gives: { reason: 'paragraph', limit: 399 },
      },
      { site: 'UK', day: '2026-11-20', facts: { descriptionLength: 499 }, gives: { addCharacters: 1 } },
      { site: 'JP', day: '2026-11-20', facts: { descriptionLength: 49 }, gives: { addCharacters: 1 } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { description: 'HTTPS://EXAMPLE.COM', descriptionLength: 100 },
        gives: { reason: 'link' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { description: 'SOFT COTTON BAG', descriptionLength: 100 },
        gives: { reason: 'capitals' },
      },
      {
        site: 'UK',
        day: '2026-11-20',
        facts: { description: 'one line', descriptionLength: 600 },
        gives: { reason: 'line break' },
      },
      {
        site: 'VN',
        day: '2026-11-20',
        facts: { description: 'túi\nđẹp', descriptionLength: 600 },
        gives: { reason: 'words', addWords: 28 },
      },
    ],
    unknown: [{ site: 'UK', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2025-10-15', facts: { descriptionLength: 1 } }],
  },
});

function advice(message: string, reason: string, fix: Figures = {}, values: Figures = {}): Outcome {
  return violation({ message, values: { ...values, reason }, fix });
}

/** All letters that have a case are capitals, and there are enough of them to tell. */
function isShouted(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/su.test(text) && !/\p{Ll}/u.test(text);
}
