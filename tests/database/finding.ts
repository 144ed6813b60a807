import type { Finding } from '../../entrypoints/background/rows/finding.ts';

/** A finding with what a test says of it. */
export const finding = (parts: Partial<Finding>): Finding => ({
  rule: 'amazon/title-length',
  topic: 'content',
  item: null,
  level: 'error',
  severity: 'error',
  message: 'problem',
  values: {},
  fix: {},
  wanted: [],
  unread: [],
  marks: [],
  origins: {},
  day: '2026-11-20',
  quiet: false,
  ...parts,
});
