import file from '../policies/amazon.was-price.json' with { type: 'json' };
import { readPolicy } from '../policy.ts';

/** How the Was Price is derived: from Amazon's factors, or from orders of the last `windowDays` days. */
export const wasPriceDerivation = readPolicy(file, {
  maxBaseOverWas: 'decimal',
  maxNetOverWas: 'decimal',
  windowDays: 'count',
});
