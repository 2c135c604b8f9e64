// What the build and the checks share: where things are, which Node will do, and an install that happens only when
// the lock file changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
export const at = (...parts) => path.join(root, ...parts);
export const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

const oldestNode = [20, 19];
const remedy = 'install Node 20.19 or newer with npm, or build without the console: mvn -Dconsole.skip';

export const fail = (message) => {
  console.error(`console: ${message}`);
  process.exit(1);
};

export const filesBelow = (place) =>
  statSync(place).isDirectory()
    ? readdirSync(place)
        .sort()
        .flatMap((name) => filesBelow(path.join(place, name)))
    : [place];

export const hashOf = (places) => {
  const hash = createHash('sha256').update(process.version);
  for (const file of places.filter(existsSync).flatMap(filesBelow)) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
};

export const run = (command, ...args) => {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error?.code === 'ENOENT') fail(`${command} is not on the PATH; ${remedy}.`);
  if (status !== 0) fail(`'${[path.basename(command), ...args].join(' ')}' failed; its message is above.`);
};

export const requireNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    fail(`Node ${process.version} is too old; ${remedy}.`);
  }
};

/** Installs what the lock file names. The build needs a third of it: tools that only check are left out. */
export const install = ({ withChecks }) => {
  const lock = hashOf([at('package.json'), at('package-lock.json'), at('.npmrc')]);
  const stamp = at('node_modules/.lock-hash');
  const installed = read(stamp);
  if (installed === `${lock} all` || (installed === `${lock} build` && !withChecks)) return;
  run(
    'npm',
    'ci',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(withChecks ? [] : ['--omit=dev']),
  );
  writeFileSync(stamp, `${lock} ${withChecks ? 'all' : 'build'}`);
};
