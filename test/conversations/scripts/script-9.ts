import type { Script } from './script.ts';

export const script9: Script = {
  title: 'script 9: an English note, corrected, rewritten, unfurled, deleted and continued in its thread',
  people: ['emma'],
  customers: [
    {
      name: 'Alderbank Holdings plc',
      alias: 'Alderbank',
      owner: 'emma',
      contacts: [{ name: 'Priya Nair', alias: 'Priya' }],
    },
  ],
  settings: { currency: 'USD' },
  talk: `
    emma: Call with Priya at Alderbank, wants pricing for 40 seats by Thu
    < ✓ Logged · Alderbank · Call… / Next: …40 seats…Thu Nov 26… [Undo][Edit]
    emma: no, Friday
    < ✓ Changed · Alderbank · Call… / Next: …40 seats…Fri Nov 27…
    = note Alderbank call 2026-11-23
    = step Alderbank 2026-11-27 - …40 seats…
    emma~1: Call with Priya at Alderbank, wants pricing for 45 seats by Fri
    < …45 seats…Fri Nov 27…
    = note Alderbank call 2026-11-23
    = step Alderbank 2026-11-27 - …45 seats…
    emma*1
    <-
    emma×1
    < …? [Undo record][Keep it]
    (deletes) emma[Keep it]
    <…
    emma^1: amount is 52k
    < …$52K…
    = note Alderbank call 2026-11-23
    = deal Alderbank US$5.2万 …
    = step Alderbank 2026-11-27 - …seats…
    (deletes) emma: Met Tom at Alderbank
    < ✓ Logged · Alderbank · Meeting · today…
    emma×4
    < …? [Undo record][Keep it]
    (deletes) emma[Undo record]
    < Undone: …
    = note Alderbank call 2026-11-23
    = deal Alderbank US$5.2万 …
    = step Alderbank 2026-11-27 - …seats…`,
};
