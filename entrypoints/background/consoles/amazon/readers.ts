import type { Reader } from '../reader.ts';
import { couponCreate } from './coupon-create.ts';
import { couponDashboard } from './coupon-dashboard.ts';
import { listingEditor } from './listing-editor.ts';
import { manageInventory } from './manage-inventory.ts';
import { pricingHealth } from './pricing-health.ts';

export const amazonReaders: readonly Reader[] = [
  listingEditor,
  manageInventory,
  couponCreate,
  couponDashboard,
  pricingHealth,
];
