import { describe, expect, it } from 'vitest';
import { eventReader } from './events';

describe('the reader of server-sent events', () => {
  it('finds events wherever the pieces are cut', () => {
    const text = 'event:next\ndata:{"a":1}\n\nevent: next\ndata: {"a":2}\n\nevent:complete\ndata:\n\n';
    for (let size = 1; size <= text.length; size++) {
      const read = eventReader();
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, place) =>
        text.slice(place * size, (place + 1) * size),
      );
      expect(pieces.flatMap(read)).toEqual([
        { name: 'next', data: '{"a":1}' },
        { name: 'next', data: '{"a":2}' },
        { name: 'complete', data: '' },
      ]);
    }
  });

  it('passes over comments and joins lines of data', () => {
    const read = eventReader();
    expect(read(':\n\n')).toEqual([]);
    expect(read('event:next\r\ndata:{\r\ndata:}\r\n\r\n')).toEqual([{ name: 'next', data: '{\n}' }]);
  });

  it('keeps back what is not whole yet', () => {
    const read = eventReader();
    expect(read('event:next\ndata:1\n')).toEqual([]);
    expect(read('\n')).toEqual([{ name: 'next', data: '1' }]);
  });
});
