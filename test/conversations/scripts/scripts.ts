import { everyday } from './everyday.ts';
import { groupAlerts } from './group-alerts.ts';
import type { Script } from './script.ts';
import { script1 } from './script-1.ts';
import { script2 } from './script-2.ts';
import { script3 } from './script-3.ts';
import { script4 } from './script-4.ts';
import { script5 } from './script-5.ts';
import { script6 } from './script-6.ts';
import { script7 } from './script-7.ts';
import { script8 } from './script-8.ts';
import { script9 } from './script-9.ts';
import { script10 } from './script-10.ts';
import { script11, script11Hidden } from './script-11.ts';
import { script12 } from './script-12.ts';

/** The twelve scripts of how Genjin talks, each whole, and two talks more. */
export const SCRIPTS: readonly Script[] = [
  script1,
  script2,
  script3,
  script4,
  script5,
  script6,
  script7,
  script8,
  script9,
  script10,
  script11,
  script11Hidden,
  script12,
  everyday,
  groupAlerts,
];
