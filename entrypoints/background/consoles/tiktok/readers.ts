import type { Reader } from '../reader.ts';
import { deposit } from './deposit.ts';
import { discount } from './discount.ts';
import { flashSale } from './flash-sale.ts';
import { productEdit } from './product-edit.ts';
import { productList } from './product-list.ts';

export const tiktokReaders: readonly Reader[] = [productEdit, productList, discount, flashSale, deposit];
