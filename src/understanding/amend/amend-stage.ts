import { cue } from '../intent/glyphs.ts';
import type { Reading } from '../intent/reading.ts';
import { readNamedStage } from '../intent/stage-name.ts';
import { STAGE_NAMES } from '../intent/words/deal-words.ts';
import { readPause } from '../open/read-pause.ts';
import type { Stage } from '../understanding.ts';
import type { FieldChange, Readings } from './field-change.ts';
import type { PreviousRecord } from './previous-record.ts';
import type { Sides } from './sides.ts';

/** Said before a correction, and nothing by itself. */
const OPENING =
  /^(?:[哦啊呃哎]|不[是对]?(?=[,，])|等[等下]|抱歉|[说记搞]错了?|说早了|(?:oops|whoops|wait|hold on|hang on|no|nope|sorry|actually|hm+|ah|oh|well)(?![a-z])|[,，.!\s])+/u;
/** 还没呢, oops not yet: it was told too soon, whatever it was. */
const NOT_YET = cue({
  zh: `^(?:(?:还|暂时|目前)没有?(?:呢|啊|哈|到那步)?|没呢)(?=[,，。]|$)`,
  en: `^not (?:quite |just |really )?yet(?= *(?:[,.;!-]|$))`,
});

/** How an outcome is said, and how it is said not to be so. */
const OUTCOMES = {
  lost: {
    said: cue({ zh: `丢|输|黄了|流失`, en: `lost|lose|dead` }),
    denied: cue({
      zh: `(?:没|没有|未|并没|不是|不算)(?:真的?|完全|有)?(?:丢|输|黄|流失|选)|(?:还|仍)(?:在|能)(?:谈|跟|推|争取|救)|还有(?:戏|机会|希望)`,
      en: `(?:not|\\w+n't|never)(?: been| be| really| actually| quite| yet| that| it| the deal| is)* (?:lost|lose|dead|gone|a loss)|still (?:interested|keen|open|alive|on|in play|in it|talking|live|negotiating)|(?:not|\\w+n't) (?:gone|go|went|going) with`,
    }),
  },
  won: {
    said: cue({ zh: `赢|签了|签下|成交|拿下|中标|下单了`, en: `won|signed|closed` }),
    denied: cue({
      zh: `(?:没|没有|未|并没|不是|不算)(?:真的?|正式|完全|有)?(?:签|赢|成交|拿下|中标|定下|下单|盖章|回签)|还差(?:签字|盖章|签约|合同)|口头(?:上)?(?:答应|同意|承诺|说定|说好|定|约定|确认)?(?:的|了|而已|罢了)*(?=[,，。!！\\s]|$)|说早了|高兴(?:得)?(?:太)?早`,
      en: `(?:not|\\w+n't|(?:did|has|have|is|was)nt|never)(?: been| actually| really| quite| yet| officially)* (?:sign(?:ed)?|won|win|closed?|a win|done)|(?:only|just|merely|still) (?:an? )?(?:verbal(?:ly)?|handshake)|verbal(?:ly)?(?: yes| ok| agreement| commitment)? only|(?:only|just) (?:said yes|agreed|committed) (?:verbally|in principle|(?:on|over) the phone)|agreed verbally|no signature yet|waiting (?:for|on) (?:the|their|his|her) signature|(?:spoke|spoken) too soon|jumped the gun`,
    }),
  },
} as const;
const IS_STAGE = cue({ zh: `阶段`, en: `stage` });
const STAGES = ['negotiation', 'proposal', 'needs', 'contacted'] as const;
/** 暂停, on hold: the deal rests, whether or not it is said until when. */
const RESTS = cue({
  zh: `暂停|搁置|暂缓|先放|放一放|缓一缓|先停`,
  en: `(?:on|a) hold|pause[ds]?|parked|on ice|shelved|postponed`,
});

/**
 * Corrections of the stage: by its name, or by saying that what was told as won or lost is not so (then it is as it
 * stood before). `rests`: the deal is paused instead, and until when is not told.
 */
export function stageChanges(
  previous: PreviousRecord,
  reading: Reading,
  { right }: Sides,
): Readings & { rests: boolean } {
  const side = { ...reading, skeleton: { ...reading.skeleton, text: right } };
  const told = previous.opportunity?.stage ?? null;
  const named = readNamedStage(side) ?? (IS_STAGE.test(reading.skeleton.text) ? stageNamed(right) : null);
  if (!deniesOutcome(previous, reading)) {
    const to = named ?? (isOutcome(told) ? otherOutcome(told, right) : null);
    return { changes: to === null || to === told ? [] : [stage(to)], choices: [], rests: false };
  }
  const until = readPause(side, [])?.until ?? null;
  const pause: FieldChange[] = until === null ? [] : [{ field: 'opportunity.pausedUntil', to: until }];
  const to = named ?? otherOutcome(told, right) ?? stageNamed(right);
  return { changes: [stage(to), ...pause], choices: [], rests: until === null && RESTS.test(right) };
}

const isOutcome = (told: Stage | null | undefined): told is 'won' | 'lost' => told === 'won' || told === 'lost';

const stage = (to: Stage | null): FieldChange =>
  to === null ? { field: 'opportunity.reopened', to: 'before' } : { field: 'opportunity.stage', to };

const stageNamed = (words: string): Stage | null => STAGES.find((one) => STAGE_NAMES[one].test(words)) ?? null;

/** Whether words say that what the record told as won or lost is not so. */
export function deniesOutcome({ opportunity }: PreviousRecord, { skeleton }: Reading): boolean {
  const told = opportunity?.stage;
  return (
    isOutcome(told) && (NOT_YET.test(skeleton.text.replace(OPENING, '')) || OUTCOMES[told].denied.test(skeleton.text))
  );
}

/** 还没签,口头答应的: words that say more than that it is not so are kept as they were said. */
export const saysMoreThanDenial = ({ skeleton }: Reading): boolean =>
  /[^,，.。;；!！\s-][^\p{L}\d]*[,，.。;；!！-]\s*\p{L}{2}/u.test(skeleton.text.replace(OPENING, ''));

/** 不是丢单是赢单: the one outcome was taken for the other. */
function otherOutcome(told: Stage | null, right: string): Stage | null {
  const other = told === 'lost' ? 'won' : 'lost';
  const { said, denied } = OUTCOMES[other];
  return said.test(right) && !denied.test(right) ? other : null;
}
