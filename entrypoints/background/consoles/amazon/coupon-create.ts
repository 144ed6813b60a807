import { asin, byLabel, byPart, day, defineReader, type Fields, flag, money, percent, text, word } from '../reader.ts';
import * as labels from './labels.ts';
import { couponNotices } from './notices.ts';

// Discount and budget are one step of the form, which shows its steps one after another.
const coupon: Fields = {
  couponBudget: money([byLabel(labels.couponBudget)]),
  couponType: word([{ by: 'choices' }, byLabel(labels.discountType)], {
    choices: { percent: labels.percentageOff, amount: labels.moneyOff },
    requiredBeside: 'couponBudget',
  }),
  couponPercent: percent([byLabel(labels.couponPercent), byLabel(labels.couponDiscount)], {
    when: { field: 'couponType', is: 'percent' },
    requiredBeside: 'couponBudget',
  }),
  couponAmount: money([byLabel(labels.couponAmount), byLabel(labels.couponDiscount)], {
    when: { field: 'couponType', is: 'amount' },
    requiredBeside: 'couponBudget',
  }),
  couponTitle: text([byLabel(labels.couponTitle)]),
  couponStart: day([byLabel(labels.couponStart)]),
  couponEnd: day([byLabel(labels.couponEnd)]),
  onePerCustomer: flag([byLabel(labels.onePerCustomer)], { choices: { true: labels.yes, false: labels.no } }),
};

const product: Fields = {
  asin: asin([{ by: 'sort', sort: 'asin' }]),
  title: text([byPart('a[href*="/dp/"]'), { by: 'sort', sort: 'words' }]),
  yourPrice: money([{ by: 'sort', sort: 'money' }]),
};

/** The coupon being made, and one record for each product added to it. */
export const couponCreate = defineReader({
  id: 'amazon/coupon-create',
  evidence: { seen: '2026-11', certainty: 'C', note: 'Only the words of the form are documented, not its structure.' },
  matches: (address) => /^\/coupons\/(?:create|edit|coupon-details)/.test(address.pathname),
  layouts: [
    {
      generation: null,
      landmarks: [
        { labels: [labels.couponBudget, labels.couponTitle, labels.couponStart, labels.couponEnd], least: 2 },
        { heading: labels.createCoupon },
      ],
      fields: coupon,
      rows: { by: 'action', words: labels.removeProduct, without: labels.addProduct, fields: product },
    },
  ],
  notices: couponNotices,
});
