import { describe, expect, it } from 'vitest';
import { callerKeyOf } from './callerKey';

describe('what is typed', () => {
  it.each(['0912345678', '0912-345-678', '+886 912 345 678', '(02) 2700-1234', '0912345678'])(
    '%s asks for the callers with this number',
    (typed) => {
      expect(callerKeyOf(typed)).toEqual({ phone: typed.normalize('NFKC') });
    },
  );

  it('asks for the callers with an e-mail address', () => {
    expect(callerKeyOf(' Yichun.Chen@example.com ')).toEqual({ email: 'Yichun.Chen@example.com' });
  });

  it.each([
    '陳怡君',
    '12345',
    'C00118204',
    'yichun@',
    '@example.com',
    '1234567890123456',
    'No. 7, 0912345678 Road',
    '',
  ])('%s is no caller', (typed) => {
    expect(callerKeyOf(typed)).toBeNull();
  });
});
