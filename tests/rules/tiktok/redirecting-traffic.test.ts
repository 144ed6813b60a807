import { describe, expect, test } from 'vitest';
import { evaluator } from '../../../rules/engine/engine.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { allRules } from '../../../rules/index.ts';

// Made-up sentences in the manner of listings: what sends buyers away, and what only looks like it.

const sendsAway = [
  'Order at www.harborline.example',
  'See https://harborline.example/mugs for more',
  'Mail sales@harborline.example',
  'Write to a.b+c@shop.harborline.example',
  'Follow @harborline.shop',
  'Tag @harborline_home in your photos',
  'Call +1 (555) 010-9999',
  'Call (555) 010-9999 before noon',
  'Phone 555-010-9999 now',
  'Tel. +44 7700 900123',
  'Add us on WhatsApp',
  'Contact us on Telegram',
  'Message us on WeChat for colours',
  'Find us on Facebook',
  'Follow our Instagram',
  'Chat with our team on Viber',
  'WhatsApp: +44 7700 900123',
  'WeChat ID: harborline01',
  'Telegram @harborline_mugs',
  'Join our Facebook group',
  'Scan the QR code on the box',
  'wa.me link in the box',
  't.me/harborline',
  'Line ID harborline',
  'Text us on WhatsApp after delivery',
  'Reach us through Facebook Messenger',
  'Order faster on Instagram',
  'Visit our Facebook page',
  'More on Instagram',
  'DM us on Instagram for a discount',
];

const onlyLooksLikeIt = [
  'Canvas messenger bag for men',
  'Bike messenger backpack, waterproof',
  'Processor N3350@2.16GHz',
  'HDMI 2.1, 8K@60Hz and 4K@120Hz',
  'Rated 3 A @ 5 V',
  'Fits 2024-2026 models (12) 345-678 units',
  'Fits models 2010-2015 (12) and 2016-2020 (14)',
  'Set of (100) 200 sheets',
  'Size 40 (25.5 cm), wide',
  'Model 2026-11-20, 1080p',
  'Part no. 123-456 and 789-012',
  'Part no. 90-1234-56',
  '100% cotton, 300 g',
  'Temperature -20 to +60 degrees',
  'Adds +5 years of warranty',
  'Outline drawing book',
  'Online courses not included',
  'Telegraph style desk lamp',
  'Facebooklet is our name for the booklet',
  'Line of three buttons',
  'Use it inline with the hose',
  'Code name Harbor, quick response bell',
  '12-in-1 tool, 3-way valve',
  'ISBN 978-0-123456-47-2',
  'EAN 4006381333931',
  'Batch 2026 1120 4711',
  '1000-2000-3000 grit stones',
  'Colour #4301 (dark)',
  'Ratio 16:9, 24 MP',
  'Emailable gift card box, empty',
];

const onlyMentions = [
  'Shows messages from WhatsApp and Facebook on the wrist',
  'Watch with notifications of Instagram, Viber and WeChat',
  'Ring light for Instagram videos',
  'Speaker that reads Telegram messages aloud',
  'Phone holder, fine for WhatsApp video',
];

const rule = allRules.filter(({ id }) => id === 'tiktok/redirecting-traffic');

function levelOf(description: string): string {
  const [verdict] = evaluator(rule, { marketplace: 'tiktok', site: 'US', day: '2026-12-01' })({
    facts: parseFacts({ description }).facts,
  }).filter(({ outcome }) => outcome.kind !== 'unknown');
  if (verdict?.outcome.kind !== 'violation') return verdict?.outcome.kind ?? 'nothing';
  return verdict.outcome.severity ?? verdict.rule.severity;
}

describe('redirecting traffic', () => {
  test.each(sendsAway)('sends buyers away: %s', (text) => expect(levelOf(text)).toBe('error'));
  test.each(onlyLooksLikeIt)('sends nobody away: %s', (text) => expect(levelOf(text)).toBe('ok'));
  test.each(onlyMentions)('only mentions a service: %s', (text) => expect(levelOf(text)).toBe('info'));
});
