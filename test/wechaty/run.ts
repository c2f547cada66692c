import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The versions that the adapter was written against (166 MB, so not among Genjin's own packages). */
const PACKAGES = ['wechaty@1.20.2', 'wechaty-puppet-mock@1.19.4'];

/** Installs the real wechaty beside the project and runs the adapter's contract against it and its mock puppet. */
const folder = join(tmpdir(), `genjin-wechaty-${PACKAGES.map((name) => name.split('@')[1]).join('-')}`);
if (!existsSync(join(folder, 'installed'))) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...PACKAGES], {
    cwd: folder,
    stdio: 'inherit',
  });
  writeFileSync(join(folder, 'installed'), '');
}
// Its parts mostly wait, so they run side by side. Wechaty leaves timers of its own behind: they end with the process.
const { status } = spawnSync('npx', ['jest', '--config', 'test/wechaty/jest.config.js', '-w', '3', '--forceExit'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    WECHATY_FOLDER: folder,
    WECHATY_LOG: 'silent',
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  },
});
process.exitCode = status ?? 1;
