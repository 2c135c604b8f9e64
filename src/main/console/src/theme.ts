import { createTheme, type MantineColorsTuple } from '@mantine/core';

const sea: MantineColorsTuple = [
  '#eaf4f6',
  '#d5e7ea',
  '#aacfd6',
  '#7cb5c0',
  '#559fad',
  '#3b91a1',
  '#2a8090',
  '#17687a',
  '#0f4c5c',
  '#0a3a47',
];

/** Calm and dense; the fonts are those of the reader's system. */
export const theme = createTheme({
  primaryColor: 'sea',
  primaryShade: 8,
  colors: { sea },
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)' },
  defaultRadius: 'md',
  autoContrast: true,
  cursorType: 'pointer',
});
