import { byColumn, count, day, defineReader, type Fields, money, percent, text, word } from '../reader.ts';
import { columns, couponStatuses, moneyOff, percentageOff } from './labels.ts';
import { couponNotices } from './notices.ts';

const discount = [byColumn(columns.discount)];

const fields: Fields = {
  couponTitle: text([byColumn(columns.title)]),
  couponStatus: text([byColumn(columns.status), { by: 'has' }], { known: couponStatuses }),
  couponType: word(discount, { choices: { percent: percentageOff, amount: moneyOff } }),
  couponPercent: percent(discount, { when: { field: 'couponType', is: 'percent' } }),
  couponAmount: money(discount, { when: { field: 'couponType', is: 'amount' } }),
  couponBudget: money([byColumn(columns.budget)]),
  redemptions: count([byColumn(columns.redemptions)]),
  couponSales: money([byColumn(columns.sales)]),
  couponStart: day([byColumn(columns.start)]),
  couponEnd: day([byColumn(columns.end)]),
};

/** The list of a store's coupons. */
export const couponDashboard = defineReader({
  id: 'amazon/coupon-dashboard',
  evidence: {
    seen: '2026-11',
    certainty: 'C',
    note: 'Quantities and status words are documented, headings and structure are not.',
  },
  matches: (address) => /^\/coupons(?:\/ref=|\/?$)/.test(address.pathname),
  layouts: [
    {
      generation: null,
      landmarks: [{ table: true }],
      rows: {
        by: 'table',
        headers: Object.values(columns),
        least: 3,
        fields,
        key: ['couponTitle', 'couponStart'],
        otherwise: ['couponEnd', 'couponBudget'],
      },
    },
  ],
  notices: couponNotices,
});
