import { readPolicy } from '../../engine/policy.ts';
import file from './was-price.json' with { type: 'json' };

/** How the Was Price is derived: from Amazon's factors, or from orders of the last `windowDays` days. */
export const wasPriceDerivation = readPolicy(file, {
  maxBaseOverWas: 'decimal',
  maxNetOverWas: 'decimal',
  windowDays: 'count',
});
