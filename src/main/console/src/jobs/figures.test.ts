import { describe, expect, it } from 'vitest';
import { clock, namesIn, partsOf, percentOf, rateOf, secondsBetween, sumOf } from './figures';

describe('the rows of a load', () => {
  it('are those of its feeds together', () => {
    const customers = { read: 10, added: 4, changed: 3, unchanged: 1, closed: 1, vanished: 6, rejected: 1 };
    const bills = { read: 7, added: 0, changed: 0, unchanged: 7, closed: 0, vanished: 0, rejected: 0 };
    expect(sumOf([customers, bills])).toEqual({
      read: 17,
      added: 4,
      changed: 3,
      unchanged: 8,
      closed: 1,
      vanished: 6,
      rejected: 1,
    });
  });

  it('are none before a feed was read', () => {
    expect(Object.values(sumOf([]))).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('the time that a load takes', () => {
  const now = new Date('2026-11-22T02:31:30Z');

  it('ends with the load, and goes on while it runs', () => {
    expect(secondsBetween('2026-11-22T02:30:00Z', '2026-11-22T02:30:42.5Z', now)).toBe(42.5);
    expect(secondsBetween('2026-11-22T10:30:00+08:00', null, now)).toBe(90);
  });

  it('is never below nothing when the clock of the reader is behind', () => {
    expect(secondsBetween('2026-11-22T02:32:00Z', null, now)).toBe(0);
  });

  it.each([
    [0, '0:00'],
    [7.9, '0:07'],
    [59.99, '0:59'],
    [760, '12:40'],
    [3599, '59:59'],
    [3600, '1:00:00'],
    [11_109, '3:05:09'],
  ])('of %d seconds is written %s', (seconds, text) => {
    expect(clock(seconds)).toBe(text);
  });
});

describe('a step', () => {
  it('has a rate once something is done', () => {
    expect(rateOf({ done: 45_000, seconds: 3.6 })).toBe(12_500);
    expect(rateOf({ done: 9, seconds: 4 })).toBe(2.3);
    expect(rateOf({ done: 0, seconds: 3.6 })).toBeUndefined();
    expect(rateOf({ done: 12, seconds: 0 })).toBeUndefined();
  });

  it('is whole only when everything is done', () => {
    expect(percentOf({ done: 999, total: 1000 })).toBe(99);
    expect(percentOf({ done: 1000, total: 1000 })).toBe(100);
    expect(percentOf({ done: 0, total: 0 })).toBe(100);
    expect(percentOf({ done: 5, total: null })).toBeUndefined();
  });

  it('does something to a kind of record', () => {
    expect(partsOf('merge ContactMedium')).toEqual(['merge', 'ContactMedium']);
    expect(partsOf('land')).toEqual(['land', '']);
  });
});

describe('feeds that were typed', () => {
  it('are parted by blanks and by commas of either script', () => {
    expect(namesIn(' crm, billing.bills，network\nchannel ')).toEqual(['crm', 'billing.bills', 'network', 'channel']);
  });

  it('are none when nothing was typed', () => {
    expect(namesIn('  ')).toEqual([]);
  });
});
