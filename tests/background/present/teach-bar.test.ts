import { describe, expect, test } from 'vitest';
import { type TeachAct, type TeachTexts, teachTextNames } from '../../../entrypoints/background/messages/teach.ts';
import type { View } from '../../../entrypoints/background/messages/views.ts';
import { teachBar } from '../../../entrypoints/background/present/teach-bar.ts';

const texts = Object.fromEntries(teachTextNames.map((name) => [name, name])) as TeachTexts;

/** Texts, parts in brackets, and after each button what it does. */
function read(view: View<TeachAct>): string[] {
  if (typeof view === 'string') return [view.trim()].filter(Boolean);
  const content = /^[A-Z]/.test(view.tag) ? [`[${view.tag}]`] : view.content.flatMap(read);
  return view.act ? [`${content.join(' ')} -> ${view.act}`] : content;
}

describe('the teaching bar', () => {
  test('says what to do while the seller points', () => {
    expect(teachBar(texts, null).flatMap(read)).toEqual([
      'teachLead',
      'teachKeys',
      '[Pointed]',
      'teachCancel -> leave',
    ]);
  });

  test('says why a choice was rejected, and what to do', () => {
    expect(teachBar(texts, null, true).flatMap(read)).toEqual([
      '[Refused]',
      'teachLead',
      '[Pointed]',
      'teachCancel -> leave',
    ]);
  });

  test('asks whether what was read is right', () => {
    expect(teachBar(texts, { sentence: 'Preflight reads 15 %.', found: 'the field' }, false).flatMap(read)).toEqual([
      'Preflight reads 15 %.',
      'teachConfirm',
      'the field',
      'teachYes -> yes',
      'teachAgain -> again',
      'teachCancel -> leave',
    ]);
  });
});
