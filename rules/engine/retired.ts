/**
 * Ids of rules that no longer exist, with the day they were removed. An id is never reused for another rule, so an old
 * settings file or ignored finding cannot mean something else today. A settings file naming one is rejected because the
 * check was retired, rather than because "there is no such check".
 */
export const retiredRules: ReadonlyMap<string, { readonly since: string }> = new Map([
  // Their numbers decided only days that are past: each could say nothing of a listing of today.
  ['temu/semi-fulfilment', { since: '2026-12-01' }],
  ['temu/price-comparison-pause', { since: '2026-12-01' }],
  ['tiktok/shopify-connection-uk', { since: '2026-12-01' }],
  ['tiktok/announced-fee-notice', { since: '2026-12-01' }],
]);
