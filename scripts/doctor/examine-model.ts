import type { ServerSettings } from '../../src/infra/openai/model-server.ts';
import { probeModel } from '../../src/infra/openai/probe-model.ts';
import type { Finding } from './finding.ts';
import type { doctorTexts } from './texts.ts';

type Words = ReturnType<typeof doctorTexts>;

/** Slower than this it would seldom be heard within a person's 2.5 seconds. */
const SLOW_MS = 2_000;

/** Asks the language model one small question, where one is configured: reachable, in which mode, how fast. */
export async function examineModel(settings: ServerSettings | null, words: Words): Promise<Finding> {
  if (settings === null) return { ok: null, what: words.modelOff, mend: '' };
  const { model } = settings;
  const probe = await probeModel(settings);
  if (probe.kind === 'works')
    return probe.ms > SLOW_MS
      ? { ok: false, what: words.modelSlow(model, probe.ms), mend: words.modelSlowMend }
      : { ok: true, what: words.modelOn(model, probe.mode, probe.ms), mend: '' };
  const mends = {
    key: words.modelKey,
    name: words.modelName,
    unreachable: words.modelUnreachable,
    malformed: words.modelMalformed,
    status: words.modelStatus,
  };
  const status = probe.status === null ? '' : ` (${probe.status})`;
  return { ok: false, what: words.modelFails(model, status), mend: mends[probe.why] };
}
