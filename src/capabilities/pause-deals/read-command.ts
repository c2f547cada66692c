/** What is asked of pauses; `name`: the customer's as it was said, null for the one last spoken of. */
export type PauseCommand = { ask: 'list' } | { ask: 'resume' | 'pause'; name: string | null };

const POLITE =
  /^(?:(?:麻烦|请|帮我|我要|我想|please|can you|could you|let['’]?s)[,,\s]*)+|一下|(?:吧|啊|哦|哈|呀|了|please|for now|now)$/giu;
const WHAT = '(?:客户|单子|商机|项目|公司)';
const LIST: readonly RegExp[] = [
  new RegExp(
    `^(?:现在|目前)?(?:有)?(?:哪些|哪几个|什么|谁)${WHAT}?(?:是|都|被|还|正)*(?:在)?(?:暂停|搁置|先放)(?:着|中|跟进|的${WHAT}?)*$`,
    'u',
  ),
  new RegExp(
    `^(?:看看?|列出|查看?)?(?:我的|所有|全部)?(?:已|被)?(?:暂停|搁置)(?:着|中|跟进)*的?(?:${WHAT})?(?:有)?(?:哪些|哪几个|什么|列表|清单)$`,
    'u',
  ),
  new RegExp(
    `^(?:看看?|列出|查看?|我的)(?:已|被)?(?:暂停|搁置)(?:着|中)?的?${WHAT}?$|^(?:已|被)?暂停(?:的|了哪些)${WHAT}?$`,
    'u',
  ),
  /^(?:what|which)(?: of my)?(?: deals?| customers?| accounts?)?(?:['’]s| is| are| have i| did i| has been| have been| do i have)?(?: currently| still)?(?: paused?| on hold| parked?)(?: right now| at the moment)?$/iu,
  /^(?:show|list|see)?(?: me)?(?: my| all| the)?\s*(?:paused|parked)(?: deals?| customers?| accounts?| ones)$|^(?:anything|any deals?) (?:paused|on hold|parked)$/iu,
];
const RESUME: readonly RegExp[] = [
  /^(?:把|将|对)?(.{1,30}?)(?:的?(?:单子|商机))?(?:要|可以|又|重新|恢复|继续)*(?:(?:恢复|重启|重新|继续)(?:正常)?(?:跟进|跟踪|跟|推进|进行)|恢复|解除暂停|取消暂停|解冻|不暂停|不用暂停|别暂停|结束暂停)$/u,
  /^(?:恢复|继续|重新|重启)(?:正常)?(?:跟进|跟踪|跟|推进)(.{1,30}?)(?:的(?:单子|商机))?$/u,
  /^(?:别|不要|不用|不再|取消|解除|结束)(?:再)?(?:暂停|搁置)(?:跟进)?(.{1,30}?)(?:的(?:单子|商机|暂停))?$/u,
  /^(?:取消|解除|结束|恢复)(.{1,30}?)的?暂停$|^(?:恢复|重启)(.{1,30}?)的?(?:跟进|推进)$/u,
  /^(?:resume|unpause|un-pause|unpark|reactivate|restart|take up|pick up|continue with|stop pausing|end the pause (?:on|of|for))\s+(?:work on |with |the pause on )?(.{1,40}?)(?:['’]s?)?(?: deal| again)*$/iu,
  /^take\s+(.{1,40}?)\s+off hold$/iu,
  /^(.{1,40}?)\s*(?:['’]s| is| are)\s+(?:back on(?: track| again)?|on again|active again|live again|off hold|no longer (?:paused|on hold|parked)|not (?:paused|on hold|parked)(?: any ?more)?)$/iu,
];
const PAUSE: readonly RegExp[] = [
  /^(?:把|将)?(.{1,30}?)(?:的?(?:单子|商机))?(?:先|暂时|就|就先|这边|那边)*(?:暂停|搁置|放一?放|放着|缓一?缓|停一?停|停跟|(?<=先|暂时)不跟|暂缓)(?:跟进)?$/u,
  /^(?:先|暂时)?(?:暂停|暂缓|搁置|放一?放|缓一?缓|停一?停|(?<=先|暂时)不跟)(?:跟进|跟)?(.{1,30}?)(?:的(?:单子|商机))?$/u,
  /^(?:pause|park|shelve|hold off on|pause work on)\s+(.{1,40}?)(?:['’]s?)?(?: deal)?$/iu,
  /^(?:put|place|keep)\s+(.{1,40}?)(?:['’]s?)?(?: deal)?\s+on (?:hold|ice)$/iu,
];

/** A customer that is not named. */
const THIS = /^(?:这个|这家|这单|这边|他们?|她们?|它|it|this|them|that|this one|that one)(?:客户|公司|单子|商机)?$/iu;
/** Without any customer; 先放着 and 暂停 alone answer what was asked. */
const OF_THIS: readonly ['resume' | 'pause', RegExp][] = [
  ['resume', /^(?:继续跟进?|恢复跟进|别暂停|不暂停|取消暂停|不用暂停)$/u],
  ['pause', /^(?:先|就先|暂时|就)+(?:放一?放|缓一?缓|停一?停|不跟|搁置|暂停)$/u],
];

/** What these words, whole, ask of pauses; null for any others. A pause with its day is told like any news of a deal. */
export function readPauseCommand(text: string): PauseCommand | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s。.!?~]+$/u, '');
  const bare = said.replace(POLITE, '').replace(POLITE, '').trim();
  if ([said, bare].some((words) => LIST.some((form) => form.test(words)))) return { ask: 'list' };
  const ofThis = OF_THIS.find(([, form]) => form.test(bare));
  if (ofThis !== undefined) return { ask: ofThis[0], name: null };
  for (const [ask, forms] of [
    ['resume', RESUME],
    ['pause', PAUSE],
  ] as const)
    for (const form of forms) {
      const name = form
        .exec(bare)
        ?.slice(1)
        .find(Boolean)
        ?.replace(/^[,,\s]+|[,,\s]+$/gu, '');
      if (name) return { ask, name: THIS.test(name) ? null : name };
    }
  return null;
}
