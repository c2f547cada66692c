import { playTalks } from '../support/scripted-talk.ts';

const LOGGED = `
      emma: Call with Priya at Alderbank, wants pricing for 40 seats by Thu
      < ✓ Logged · Alderbank · Call… / Next: …40 seats…Thu Nov 26
      emma: no, Friday
      < ✓ Changed · Alderbank · Call… / Next: …40 seats…Fri Nov 27`;

playTalks([
  {
    title: 'corrected, rewritten, unfurled, continued in its thread: one record all along',
    talk: `${LOGGED}
      emma~1: Call with Priya at Alderbank, wants pricing for 45 seats by Fri
      < …45 seats…Fri Nov 27…
      emma~1: Call with Priya at Alderbank, wants pricing for 45 seats by Fri
      <-
      emma^1: amount is 52k
      < …$52K…
      = note Alderbank call 2026-11-23
      = deal Alderbank US$5.2万 …
      = step Alderbank 2026-11-27 - …45 seats…`,
  },
  {
    title: 'deleted, and kept',
    talk: `${LOGGED}
      emma×1
      < …? [Undo record][Keep it]
      emma[Keep it]
      <…
      = note Alderbank call 2026-11-23
      = step Alderbank 2026-11-27 - …`,
  },
  {
    title: 'deleted, and its record with it',
    talk: `${LOGGED}
      emma×1
      < …? [Undo record][Keep it]
      emma[Undo record]
      < Undone: …
      =`,
  },
]);
