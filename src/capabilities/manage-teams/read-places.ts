/** People who are to be in a team; names as they were said. */
export interface Place {
  people: string[];
  team: string;
}

const BETWEEN = /[,、;&\n]+|(?<=\p{L})\.\s+|和|然后|\s+and\s+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|(?=把)/iu;
const BEFORE =
  /^(?:(?:再|然后|并且?|另外|把|将|让|安排)\s*|(?:and|then|also|please|put|move|add|place|assign|transfer|shift)\s+)+/iu;
const TARGETS: readonly RegExp[] = [
  /^(.*?)[都也就]?\s*(?:(?:放|加|调|分|编|移|转|划|排)(?:到|进|去|入|在|归|给)*|去|到|进|归)\s*(.+?)(?:里面?|去)?$/u,
  /^(.*?)(?:\s+(?:should\s+)?(?:goes?|belongs?))?(?:^|\s+)(?:in|into|to|on|onto)\s+(?:the\s+)?(.+)$/iu,
];
const FROM = /从.+$|\s+from\s+.+$/iu;
/** The team first: 一组放林悦, 二组:林悦、张伟, North: Kim. */
const TEAM_FIRST: readonly RegExp[] = [
  /^(.+?)\s*(?::|(?:就|也|再|先)?(?:放|加|安排|分|编|划|有|是)(?:上|入|进|给)?)\s*(.+)$/u,
  /^(?:in(?:to)?\s+)?(.+?)(?::|\s+(?:gets?|has|have|is|are|put|add|goes to))\s+(.+)$/iu,
];

/** Placements that name each team before its people (一组放林悦和王强,二组:张伟); null for other words. */
export function readTeamsFirst(said: string): Place[] | null {
  const places: Place[] = [];
  for (const piece of said.split(BETWEEN)) {
    const words = piece.trim().replace(BEFORE, '');
    if (words === '') continue;
    const [, team, person = words] = TEAM_FIRST.map((form) => form.exec(words)).find((found) => found !== null) ?? [];
    const last = places.at(-1);
    if (team !== undefined) places.push({ people: [person.trim()], team: team.trim() });
    else if (last === undefined) return null;
    else last.people.push(person);
  }
  return places.length > 0 ? places : null;
}

/** Several placements in one sentence (林悦放一组,张伟放二组, put Kim in North and Lee in South); null for other words. */
export function readPlaces(said: string): Place[] | null {
  const places: Place[] = [];
  let waiting: string[] = [];
  for (const piece of said.split(BETWEEN)) {
    const words = piece
      .trim()
      .replace(BEFORE, '')
      .replace(/^[把将]$/u, '');
    const [, person = words, team = ''] = TARGETS.map((form) => form.exec(words)).find((found) => found !== null) ?? [];
    const name = person.replace(FROM, '').trim();
    if (name !== '') waiting.push(name);
    if (team === '') continue;
    places.push({ people: waiting, team: team.trim() });
    waiting = [];
  }
  const whole = waiting.length === 0 && places.every(({ people }) => people.length > 0);
  return whole && places.length > 1 ? places : null;
}
