import { buildSchema, isEnumType } from 'graphql';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import en from './en.json';
import simplified from './zh-Hans.json';
import traditional from './zh-Hant.json';

type Texts = { [key: string]: string | Texts };

const keysOf = (texts: Texts, prefix = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );
// English has a singular, Chinese has none: one key of a pair stands for both.
const keysWithoutNumber = (texts: Texts) => [
  ...new Set(keysOf(texts).map((key) => key.replace(/_(one|other)$/, '_number'))),
];
const placeholdersOf = (texts: Texts, key: string) => {
  const text = key.split('.').reduce<string | Texts | undefined>((place, step) => (place as Texts)[step], texts);
  return [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
};

const directory = path.resolve(import.meta.dirname, '../../../../../graphql-schema');
const schema = buildSchema(
  readdirSync(directory)
    .map((file) => readFileSync(path.join(directory, file), 'utf8'))
    .join('\n'),
);
describe.each([
  ['zh-Hant', traditional],
  ['zh-Hans', simplified],
])('the texts in %s', (_, texts: Texts) => {
  it('have the keys of the English texts, in the same order', () => {
    expect(keysWithoutNumber(texts)).toEqual(keysWithoutNumber(en));
  });

  it('fill in what the English texts fill in', () => {
    for (const key of keysOf(texts)) expect([key, placeholdersOf(texts, key)]).toEqual([key, placeholdersOf(en, key)]);
  });

  it('use the punctuation of Chinese after Chinese characters', () => {
    expect(JSON.stringify(texts).match(/[\u4e00-\u9fff][,;?!(][^"]/g)).toBeNull();
  });
});

describe('the texts', () => {
  const enums = Object.values(schema.getTypeMap())
    .filter(isEnumType)
    .filter(({ name }) => !name.startsWith('__'));

  it.each(enums.map((type) => [type.name, type.getValues().map(({ name }) => name)] as const))(
    'name every value of %s',
    (name, values) => {
      expect(Object.keys((en as unknown as Record<string, Texts>)[name] ?? {})).toEqual(values);
    },
  );
});
