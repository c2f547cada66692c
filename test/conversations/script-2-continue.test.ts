import { playTalks } from '../support/scripted-talk.ts';
import { script2 } from './scripts/script-2.ts';

playTalks([
  script2,
  {
    title: 'in English',
    talk: `
      emma: Called Priya at Alderbank
      < ✓ Logged · Alderbank · Call · today [Undo][Edit]
      emma: her birthday is Aug 15
      < ✓ Changed · Alderbank…Aug 15 (solar)…
      emma: she also wants a demo
      < ✓ Changed · Alderbank…demo…
      emma: Met Callum from Tern Island
      < ✓ Logged · Tern Island · Meeting · today
      emma: he wants a contract template
      < ✓ Changed · Tern Island…contract template…
      = note Alderbank call 2026-11-23
      = person Alderbank Priya Nair born solar 8-15
      = step Alderbank - - …demo…
      = note Tern Island meeting 2026-11-23
      = step Tern Island - - …contract template…`,
  },
]);
