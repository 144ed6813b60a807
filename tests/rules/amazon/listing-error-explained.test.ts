import { expect, test } from 'vitest';
import { codeRules } from '../../../rules/amazon/codes/index.ts';
import { judging } from './family.ts';

const judge = (...errorCodes: string[]) => judging(codeRules)('listing-error-explained', { errorCodes });

test.each([
  ...['8560', '99010', '90220', '20000', '8566', '8571', '8105', '8016', '8021'],
  ...['8567', '90244', '99001', '6024', '8026', '8541', '99022', '13013', '100476'],
])('code %s stops a listing and is explained', (code) => {
  expect(judge(code)).toMatchObject({ kind: 'violation', message: code, severity: 'error' });
});

test.each(['5886', '18027', '18749', '90111', '7777777'])('code %s is shown as one without explanation', (code) => {
  expect(judge(code)).toMatchObject({ kind: 'violation', message: 'problem', severity: 'info' });
});

test('a follow-up error does not lead', () => {
  expect(judge('20005', '18027', '90220').values).toEqual({ errorCode: '90220', otherCodes: ['20005', '18027'] });
});
