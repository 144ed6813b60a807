import type { Reader } from '../reader.ts';
import { activityDetail } from './activity-detail.ts';
import { goodsEdit } from './goods-edit.ts';
import { goodsList } from './goods-list.ts';
import { highPrice } from './high-price.ts';
import { orderPrice } from './order-price.ts';
import { productSelect } from './product-select.ts';
import { recommendedRetailPrice } from './recommended-retail-price.ts';

export const temuReaders: readonly Reader[] = [
  goodsEdit,
  goodsList,
  orderPrice,
  productSelect,
  highPrice,
  activityDetail,
  recommendedRetailPrice,
];
