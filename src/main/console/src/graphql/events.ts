/** One server-sent event. */
export type ServerEvent = { name: string; data: string };

const eventIn = (lines: readonly string[]): ServerEvent | undefined => {
  const valuesOf = (field: string) =>
    lines.filter((line) => line.startsWith(`${field}:`)).map((line) => line.slice(field.length + 1).replace(/^ /, ''));
  const [name, data] = [valuesOf('event').at(-1), valuesOf('data')];
  return name === undefined && data.length === 0 ? undefined : { name: name ?? 'message', data: data.join('\n') };
};

/** Cuts text that comes in pieces into events. Comments, which only keep the connection, are no events. */
export const eventReader = () => {
  let rest = '';
  return (piece: string): ServerEvent[] => {
    const blocks = (rest + piece).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => eventIn(block.split('\n')) ?? []);
  };
};
