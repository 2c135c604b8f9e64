import { describe, expect, it } from 'vitest';
import { daysSince, formatsFor, inLanguage, yearsSince } from './format';

const now = new Date(2026, 10, 22, 9, 30);

describe('formats', () => {
  it('write money with its currency in every language, and keep every digit', () => {
    const price = { amount: '649.00', currency: 'TWD' };
    expect(formatsFor('zh-Hant').money(price)).toBe('NT$649');
    expect(formatsFor('zh-Hans').money(price)).toBe('NT$649');
    expect(formatsFor('en').money(price)).toBe('NT$649');
    expect(formatsFor('en').money({ amount: '90071992547409931.25', currency: 'USD' })).toBe(
      'US$90,071,992,547,409,931.25',
    );
  });

  it('write a calendar date as that day, wherever the reader is', () => {
    expect(formatsFor('en').date('2026-01-01')).toBe('1 Jan 2026');
    expect(formatsFor('zh-Hant').date('2026-01-01')).toBe('2026年1月1日');
  });

  it('say how long ago an instant was', () => {
    const threeDaysAgo = new Date(now.getTime() - 3 * 86_400_000 - 1).toISOString();
    expect(formatsFor('en').ago(threeDaysAgo, now)).toBe('3 days ago');
    expect(formatsFor('zh-Hans').ago(threeDaysAgo, now)).toBe('3天前');
    expect(formatsFor('en').ago(now.toISOString(), now)).toBe('this minute');
  });

  it('write data in the unit that fits', () => {
    expect(formatsFor('en').data(512)).toBe('512 MB');
    expect(formatsFor('en').data(1_536)).toBe('1.5 GB');
    expect(formatsFor('en').data(81_920)).toBe('80 GB');
    expect(formatsFor('en').bytes(143)).toBe('0.1 kB');
    expect(formatsFor('en').bytes(812_000)).toBe('793 kB');
    expect(formatsFor('en').bytes(2_202_010)).toBe('2.1 MB');
  });
});

describe('time that has passed', () => {
  it('counts whole days', () => {
    expect(daysSince('2026-11-20', now)).toBe(2);
    expect(daysSince('2026-11-22', now)).toBe(0);
    expect(daysSince('2026-11-30', now)).toBe(-8);
  });

  it('counts full years, the last one only from its anniversary on', () => {
    expect(yearsSince('1988-11-22', now)).toBe(38);
    expect(yearsSince('1988-11-23', now)).toBe(37);
    expect(yearsSince('1988-12-01', now)).toBe(37);
  });
});

describe('a text in all languages', () => {
  it('is read in the language asked for', () => {
    const name = { zhHant: '金卡會員', zhHans: '金卡会员', en: 'Gold member' };
    expect(inLanguage(name, 'zh-Hans')).toBe('金卡会员');
    expect(inLanguage(name, 'en')).toBe('Gold member');
  });
});
