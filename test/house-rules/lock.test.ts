import { readFileSync } from 'node:fs';

/** What `package-lock.json` says of one installed place. */
interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

// npm 11 refuses `npm ci` when an optional package, even one of another platform, is not in the lock;
// npm 10 lets it pass. A lock written where a registry serves only this platform's packages lacks the others.
test('the lock names the packages of every platform, or npm ci refuses to install', () => {
  const packages = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages as Record<string, Locked>;
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(packages, place, name)),
  );
  expect(missing).toEqual([]);
});

/** Whether node, looking upwards from a place, finds the package in the lock. */
function isLocked(packages: Readonly<Record<string, Locked>>, from: string, name: string): boolean {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1))) {
    if (`${place === '' ? '' : `${place}/`}node_modules/${name}` in packages) return true;
    if (place === '') return false;
  }
}
