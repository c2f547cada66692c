import { playTalks } from '../support/scripted-talk.ts';

playTalks([
  {
    title: 'a correction of a correction',
    talk: `
      emma: Called Priya at Alderbank, quoted $45k
      < ✓ Logged · Alderbank · Call · today / Amount …→$45K… [Undo][Edit]
      emma: not 45k, 48k
      < …$48K…
      emma: actually 46k
      < …$46K…
      = note Alderbank call 2026-11-23
      = deal Alderbank US$4.6万 …`,
  },
  {
    title: 'a corrected time keeps the day, a corrected day the time',
    talk: `
      emma: Visit Alderbank tomorrow at 3pm
      < ✓ Logged · Alderbank… / Next: …Tue Nov 24 15:00
      emma: make it 4pm
      < …Tue Nov 24 16:00…
      emma: no, Thursday
      < …Thu Nov 26 16:00…
      = step Alderbank 2026-11-26 16:00 …`,
  },
  {
    title: 'the wrong customer',
    talk: `
      emma: Met Callum from Tern Island, send pricing on Friday
      < ✓ Logged · Tern Island · Meeting · today / Next: …Fri Nov 27
      emma: I meant Northwind
      < …Northwind…
      = note Northwind meeting 2026-11-23
      = step Northwind 2026-11-27 - …
`,
  },
  {
    title: 'a number inside the step',
    talk: `
      emma: Call with Priya at Alderbank, wants pricing for 40 seats by Thu
      < ✓ Logged · Alderbank · Call… / Next: …Thu Nov 26
      emma: no, 45 seats
      < …45…
      = note Alderbank call 2026-11-23
      = step Alderbank 2026-11-26 - …45 seats…`,
  },
  {
    title: 'the message itself is rewritten',
    talk: `
      emma: Called Priya at Alderbank, quoted $45k
      < ✓ Logged · Alderbank · Call · today / Amount $40K→$45K…
      emma~1: Called Priya at Alderbank, quoted $48k
      < …$48K…
      = note Alderbank call 2026-11-23
      = deal Alderbank US$4.8万 …`,
  },
  {
    title: 'the message is deleted, and with one tap its record',
    talk: `
      emma: Met Callum from Tern Island
      < ✓ Logged · Tern Island · Meeting · today
      emma×1
      < …? [Undo record][Keep it]
      emma[Undo record]
      < Undone: …
      =`,
  },
  {
    title: 'a day that does not exist is asked for',
    talk: `
      emma: Visit Alderbank on Feb 30
      < …
      < …Feb 28…Mar 1…? …
      emma: Mar 1
      < …Mon Mar 1, 2027…
      = step Alderbank 2027-03-01 - …`,
  },
  {
    title: 'on hold, and for how long',
    talk: `
      emma: Northwind on hold until March
      < ✓ Logged · Northwind… / Paused until Mon Mar 1, 2027
      emma: actually until April
      < …Thu Apr 1, 2027…
      = note Northwind other 2026-11-23
      = deal Northwind US$1万 proposal paused 2027-04-01`,
  },
  {
    title: 'two steps back, one forward',
    talk: `
      emma: Called Priya at Alderbank, quoted $45k, visit next Wednesday at 3pm
      < ✓ Logged · Alderbank · Call · today / Amount $40K→$45K…Wed Dec 2 15:00…
      emma: not 45k, 48k
      emma: no, Thursday
      < …Thu Dec 3 15:00…
      emma: undo
      < Undone: … [Restore]
      emma: undo
      < Undone: …
      emma: restore
      < Restored: …
      = note Alderbank call 2026-11-23
      = deal Alderbank US$4.8万 …
      = step Alderbank 2026-12-02 15:00 …`,
  },
]);
