import { PersonError } from '../../errors.ts';
import type { RecordKind } from '../../ledger/ledger.ts';
import { type Heard, NO_REMARKS } from '../../understanding/open/heard.ts';
import type { Capability, Turn } from '../capability.ts';
import type { Reader } from '../reader.ts';

/** Who listens, which is all that the toy's rights depend on. */
export interface ToyViewer {
  person: string;
  room: string;
}

export const noteKind: RecordKind<{ text: string; by: string; owner: string | null }> = {
  kind: 'note',
  collection: 'notes',
};

const nothing: Heard = {
  id: '',
  intent: 'unknown',
  account: null,
  contacts: [],
  interaction: null,
  opportunity: null,
  tasks: [],
  contactFacts: [],
  assignee: null,
  period: null,
  confidence: 0,
  evidence: {},
  remarks: NO_REMARKS,
};

const previous = { day: '2026-11-23', account: null, contacts: [], interaction: null, opportunity: null, tasks: [] };

/** Reads the toy's language: `log …` is a note, `no …` corrects, `also …` continues, ` | ` divides. */
export const toyReader: Reader<ToyViewer> = {
  split: ({ text }) => text.split(' | '),
  understand: ({ id, text }) => ({ ...nothing, id, intent: text.startsWith('log ') ? 'interaction.log' : 'unknown' }),
  amend: (_, { text }, __, { invited }) => (text.startsWith('no ') || invited ? { kind: 'unclear' } : null),
  continues: (_, { id, text }) => (text.startsWith('also ') ? { ...nothing, id } : null),
  onceMore: () => null,
  saidAnew: () => null,
};

/** Keeps notes: enough of a capability to be talked to, asked by, pressed, failed and undone. */
export function createToyCapability(faults: { failures: number } = { failures: 0 }): Capability<ToyViewer> {
  const write = (turn: Turn<ToyViewer>, text: string, owner: string | null) => {
    turn.draft.create(noteKind, turn.draft.newId(noteKind.kind), { text, by: turn.speaker.id, owner });
    turn.undoable();
    turn.made({ set: turn.draft.setId, previous, memo: {} });
  };
  return {
    name: 'note',
    purpose: { zh: '记', en: 'Notes' },
    examples: { zh: [], en: [] },
    intents: ['interaction.log', 'help'],
    takesFollowUps: ['amendment', 'continuation'],
    command: (text) => (text.startsWith('/whoami') ? { who: true } : null),
    async run(turn, said, command) {
      if (command !== null) return void turn.whisper({ text: `${turn.viewer.person}@${turn.viewer.room}` });
      if (said.follows !== undefined) return void turn.reply({ text: `${said.follows.kind}: ${said.text}` });
      if (said.text.includes('mend')) throw new PersonError('you can mend it');
      write(turn, said.text, null);
      if (said.text.includes('fail') && faults.failures-- > 0) throw new Error('a bug');
      turn.reply({
        text: `✓ ${said.text}`,
        buttons: [
          { label: 'Undo', action: 'note.undo', args: { set: turn.draft.setId } },
          { label: 'Edit', action: 'note.amend', args: { set: turn.draft.setId } },
        ],
      });
      if (said.text.includes('Luo'))
        turn.ask({
          text: 'Which Luo?',
          choices: [
            { label: 'Luo Haisheng', value: { owner: 'hs' } },
            { label: 'Luo Qiming', value: { owner: 'qm' } },
          ],
          memo: { said: said.text },
        });
    },
    async answered(turn, question, choice) {
      write(turn, `${String(question.memo.said)} (${String(choice.owner)})`, String(choice.owner));
      turn.reply({ text: `✓ ${String(choice.owner)}` });
    },
    actions: {
      'note.undo': async (turn) => void turn.reply({ text: `undone by ${turn.viewer.person}` }),
      'note.amend': async (turn, args) => turn.remember({ amending: String(args.set) }),
    },
    async expired(turn, action) {
      turn.whisper({ text: `${action} is over` });
    },
    async edited(turn, said, original) {
      turn.reply({ text: `now ${said.text}, was ${original._id}` });
    },
    async deleted(turn, original) {
      turn.reply({ text: `undo ${original._id}?` });
    },
  };
}
