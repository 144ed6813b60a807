import type { Rule } from '../../engine/rule.ts';
import agedInventorySurcharge from './aged-inventory-surcharge.ts';
import inboundPlacementFee from './inbound-placement-fee.ts';
import lowInventoryFee from './low-inventory-fee.ts';
import returnsFeeThreshold from './returns-fee-threshold.ts';

/** In the order in which they are worth fixing when several hold for one field. */
export const stockRules: readonly Rule[] = [
  lowInventoryFee,
  agedInventorySurcharge,
  returnsFeeThreshold,
  inboundPlacementFee,
];
