// Generates src/gql from the hub's own schema files and the graphql(`…`) texts of src, so that a breaking change of
// the schema fails the type check of the console.
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { buildSchema, parse, validate } from 'graphql';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
export const schemaDirectory = path.resolve(root, '../../../graphql-schema');

const filesBelow = (place) =>
  statSync(place).isDirectory()
    ? readdirSync(place)
        .sort()
        .flatMap((name) => filesBelow(path.join(place, name)))
    : [place];

export const readSchema = () =>
  filesBelow(schemaDirectory)
    .filter((file) => file.endsWith('.graphqls'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

const readDocuments = () =>
  filesBelow(path.join(root, 'src'))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes(`${path.sep}gql${path.sep}`))
    .flatMap((location) =>
      [...readFileSync(location, 'utf8').matchAll(/\bgraphql\(\s*`([^`]*)`,?\s*\)/g)].map(([, rawSDL]) => ({
        location,
        rawSDL,
        document: parse(rawSDL),
      })),
    );

const refuseInvalid = (schema, documents) => {
  const whole = { kind: 'Document', definitions: documents.flatMap(({ document }) => document.definitions) };
  const faults = validate(schema, whole);
  if (faults.length > 0) {
    console.error(`console: the queries do not fit the schema:\n${faults.map(String).join('\n')}`);
    process.exit(1);
  }
};

export const generate = async () => {
  const sdl = readSchema();
  const schemaAst = buildSchema(sdl);
  const documents = readDocuments();
  refuseInvalid(schemaAst, documents);
  const outputs = await preset.buildGeneratesSection({
    baseOutputDir: path.join(root, 'src/gql') + path.sep,
    schema: parse(sdl),
    schemaAst,
    documents,
    config: {
      documentMode: 'string',
      strictScalars: true,
      scalars: { Date: 'string', DateTime: 'string', Decimal: 'string', CurrencyCode: 'string', Long: 'number' },
      enumsAsTypes: true,
      useTypeImports: true,
      skipTypename: true,
    },
    presetConfig: { fragmentMasking: false },
    plugins: [],
    pluginMap: {},
    pluginContext: {},
    documentTransforms: [],
  });
  mkdirSync(path.join(root, 'src/gql'), { recursive: true });
  for (const output of outputs) writeFileSync(output.filename, await codegen(output));
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) await generate();
