import file from '../policies/amazon.item-highlights.json' with { type: 'json' };
import { readPolicy } from '../policy.ts';

/** Item highlights, which came with the short title; shared by both item highlights rules. */
export const itemHighlightsPolicy = readPolicy(file, { limit: 'count', titleLimit: 'count' });
