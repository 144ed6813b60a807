import { readPolicy } from '../../engine/policy.ts';
import file from './item-highlights.json' with { type: 'json' };

/** Item highlights, which came with the short title; shared by both item highlights rules. */
export const itemHighlightsPolicy = readPolicy(file, { limit: 'count', titleLimit: 'count' });
