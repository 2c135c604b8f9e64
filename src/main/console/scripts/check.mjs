// The console's static checks and unit tests; Maven runs them in `mvn verify`, never in `mvn spring-boot:run`.
// Nothing runs when nothing changed since the last green run.
import { writeFileSync } from 'node:fs';
import { at, hashOf, install, read, requireNode, run } from './toolchain.mjs';

const names = [
  'package.json',
  'package-lock.json',
  'index.html',
  'tsconfig.json',
  'vite.config.ts',
  'eslint.config.js',
];
const places = [...names, '.prettierrc.json', 'public', 'scripts', 'src', 'e2e', '../../../graphql-schema'];

const begun = Date.now();
const tool = (file, ...args) => run(process.execPath, at('node_modules', file), ...args);

requireNode();
install({ withChecks: true });
run(process.execPath, at('scripts/codegen.mjs'));
const checked = hashOf(places.map((name) => at(name)));
const stamp = at('node_modules/.checked');
if (read(stamp) === checked) {
  console.log(`console: checked before, nothing changed (${Date.now() - begun} ms)`);
} else {
  tool('typescript/bin/tsc', '--noEmit');
  tool('eslint/bin/eslint.js', '--max-warnings', '0', '.');
  tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.');
  tool('vitest/vitest.mjs', 'run');
  writeFileSync(stamp, checked);
  console.log(`console: checks passed in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}
