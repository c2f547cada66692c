import { readFileSync } from 'node:fs';
import { slackConfig } from '../../adapters/slack/slack-config.ts';
import { webConfig } from '../../adapters/web/web-config.ts';
import { wecomAppConfig } from '../../adapters/wecom-app/wecom-app-config.ts';
import { baseConfig } from '../../src/config.ts';

test('.env.example names exactly the variables that are read', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const named = [...example.matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(
    Object.keys({ ...baseConfig.shape, ...webConfig.shape, ...slackConfig.shape, ...wecomAppConfig.shape }).sort(),
  );
});
