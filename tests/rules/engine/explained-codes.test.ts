import { describe, expect, test } from 'vitest';
import { type CodeBook, evidenceOf, explained } from '../../../rules/engine/explained-codes.ts';

const seen = '2026-11';
const book: CodeBook = {
  codes: {
    '100': { kind: 'listing', level: 'error', certainty: 'A', sources: ['ONE', 'TWO'], seen },
    '101': { kind: 'image', level: 'warning', certainty: 'C', sources: ['TWO', 'THREE'], seen },
    '102': { kind: 'file', level: 'info', certainty: 'B', sources: ['FOUR'], seen },
    TITLE_SHORT: { kind: 'quality', level: 'info', certainty: 'A', sources: ['ONE'], seen },
  },
  unexplained: ['900'],
};

const told = (errorCodes: readonly string[]) => {
  const outcome = explained(errorCodes, book);
  if (outcome.kind !== 'violation') return outcome.kind;
  const { severity, message, values } = outcome;
  return { severity, message, ...values };
};

describe('the codes of one listing', () => {
  test('none is none', () => {
    for (const none of [[], [''], ['-', 'Success'], ['constructor'], ['TITLE']]) expect(told(none)).toBe('ok');
  });

  test('one is explained with its own level', () => {
    expect(told(['101'])).toEqual({ severity: 'warning', message: '101', errorCode: '101', otherCodes: null });
    expect(told([' 100 '])).toMatchObject({ severity: 'error', message: '100' });
    expect(told(['TITLE_SHORT'])).toMatchObject({ severity: 'info', message: 'TITLE_SHORT' });
  });

  test('one that nobody explains is told as that, whether known by name or never seen', () => {
    for (const code of ['900', '123456'])
      expect(told([code])).toEqual({ severity: 'info', message: 'problem', errorCode: code, otherCodes: null });
  });

  test('of several the gravest leads, the others keep their order, and unexplained ones come last', () => {
    expect(told(['900', '102', '101', '100', 'TITLE_SHORT'])).toEqual({
      severity: 'error',
      message: '100',
      errorCode: '100',
      otherCodes: ['101', '102', 'TITLE_SHORT', '900'],
    });
  });

  test('each is told once, also when several stand in one text', () => {
    expect(told(['100', '100, 101', '[101]'])).toMatchObject({ errorCode: '100', otherCodes: ['101'] });
  });
});

describe('what a finding rests on', () => {
  test('the sources of all its codes, no surer than the least sure', () => {
    expect(evidenceOf({ errorCode: '100' }, book)).toEqual({ certainty: 'A', sources: ['ONE', 'TWO'] });
    expect(evidenceOf({ errorCode: '100', otherCodes: ['101', '900'] }, book)).toEqual({
      certainty: 'C',
      sources: ['ONE', 'TWO', 'THREE'],
    });
  });

  test('nothing for a code that nobody explains', () => {
    expect(evidenceOf({ errorCode: '900' }, book)).toEqual({ certainty: null, sources: [] });
  });
});
