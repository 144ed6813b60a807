import { describe, expect, test } from 'vitest';
import english from '../../../assets/locales/en/rules.amazon-content.json' with { type: 'json' };
import chinese from '../../../assets/locales/zh-CN/rules.amazon-content.json' with { type: 'json' };
import { contentRules } from '../../../rules/amazon/content/index.ts';
import errors from '../../../rules/policies/amazon/listing-error-explained.json' with { type: 'json' };
import { judging } from './family.ts';

const judge = judging(contentRules);

describe('listing-error-explained', () => {
  const codes = errors.periods.flatMap(({ values }) => values.codes);
  const texts = (of: object): string[] => Object.keys(of).filter((key) => /^\d+$/.test(key));

  test('every code of the list has its sentence, and no other', () => {
    const id = 'amazon/listing-error-explained';
    expect(texts(english[id]).toSorted()).toEqual(codes.toSorted());
    expect(texts(chinese[id]).toSorted()).toEqual(codes.toSorted());
  });

  test('the first known one is explained', () => {
    expect(judge('listing-error-explained', { errorCodes: ['1', '8541', '5665'] }).values).toEqual({
      errorCode: '8541',
    });
    expect(judge('listing-error-explained', { errorCodes: ['18027', ' 8541'] }).kind).toBe('ok');
  });
});
