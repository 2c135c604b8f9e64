// Builds the console, only when something that goes into it has changed. Called by Maven; needs node and npm.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { at, filesBelow, hashOf, install, read, requireNode, run } from './toolchain.mjs';

const compressed = /\.(js|css|html|svg|json)$/;
const smallestWorthCompressing = 1024;

const inputsHash = () =>
  hashOf([
    ...['package.json', 'package-lock.json', 'index.html', 'tsconfig.json', 'vite.config.ts', 'public', 'scripts'].map(
      (name) => at(name),
    ),
    ...filesBelow(at('src')).filter((file) => !file.startsWith(at('src', 'gql')) && !/\.test\.tsx?$/.test(file)),
    at('../../../graphql-schema'),
  ]);

const compress = () => {
  for (const file of filesBelow(at('dist')).filter((name) => compressed.test(name))) {
    const bytes = readFileSync(file);
    if (bytes.length > smallestWorthCompressing) writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
};

const begun = Date.now();
const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1)} s`;
requireNode();
const inputs = inputsHash();
if (read(at('dist/.stamp')) === inputs) {
  console.log(`console: up to date (${Date.now() - begun} ms)`);
} else {
  install({ withChecks: false });
  const installed = seconds();
  run(process.execPath, at('scripts/codegen.mjs'));
  run(process.execPath, at('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn');
  compress();
  // Maven only adds to what it copied before; assets of an older build would go into the jar.
  rmSync(at('../../../target/classes/console'), { recursive: true, force: true });
  writeFileSync(at('dist/.stamp'), inputs);
  console.log(`console: built in ${seconds()}, of which ${installed} to install`);
}
