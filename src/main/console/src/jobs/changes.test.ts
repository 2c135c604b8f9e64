import { expect, it } from 'vitest';
import { changesOf, textOf, type Cell } from './changes';

const cell = (column: string, rest: Partial<Cell> = {}): Cell => ({
  column,
  value: 'as delivered',
  masked: false,
  atFault: false,
  ...rest,
});

it('shows what was corrected, an emptied value too', () => {
  expect(textOf(cell('name'))).toBe('as delivered');
  expect(textOf(cell('name', { correction: 'new' }))).toBe('new');
  expect(textOf(cell('name', { correction: '' }))).toBe('');
  expect(textOf(cell('name', { value: null }))).toBe('');
});

it('hands over only what was changed', () => {
  const cells = [cell('no'), cell('name', { value: 'xxx', masked: true }), cell('born', { correction: '1990' })];
  expect(changesOf(cells, {})).toEqual([]);
  expect(changesOf(cells, { no: 'as delivered', name: 'xxx', born: '1990' })).toEqual([]);
  expect(changesOf(cells, { no: '7', born: '' })).toEqual([
    { column: 'no', value: '7' },
    { column: 'born', value: '' },
  ]);
});
