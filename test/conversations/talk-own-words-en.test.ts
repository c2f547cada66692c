import { playTalks } from '../support/scripted-talk.ts';

playTalks([
  {
    title: 'a round of customers, each told in a clause or a sentence of its own',
    talk: `
      emma: today: Alderbank no answer, Northwind signing Friday, Tern Island wants a discount
      < 1 ✓ Logged · Alderbank… / 2 ✓ Logged · Northwind… / 3 ✓ Logged · Tern Island… [Undo 1][Undo 2][Undo 3]
      emma: Priya called back: go ahead with 42k. Callum is still waiting on legal.
      < 1 ✓ Logged · Alderbank… $40K→$42K… / 2 ✓ Logged · Tern Island… [Undo 1][Undo 2]
      = note Alderbank call 2026-11-23
      = note Alderbank call 2026-11-23
      = deal Alderbank US$4.2万 needs
      = note Northwind other 2026-11-23
      = deal Tern Island - negotiation
      = note Tern Island other 2026-11-23
      = note Tern Island other 2026-11-23`,
  },
  {
    title: 'from one sum to another is no question, a figure alone is the hour of the one timed step',
    talk: `
      emma: Had a quick call w/ Priya at Alderbank, 40k down to 38k, agreed
      < ✓ Logged · Alderbank · Call · today / Amount $40K→$38K… [Undo][Edit]
      emma: Met Callum at Tern Island, come back Tuesday 10am
      < ✓ Logged · Tern Island · … / Next: Come back, Tue Nov 24 10:00 [Undo][Edit]
      emma: make it 11
      < ✓ Changed · Tern Island · … / Next: Come back, Tue Nov 24 11:00 [Undo][Edit]
      emma: only the ones over 50k
      < Can't tell what to log…
      emma: wait, that was for Northwind
      < ✓ Changed · Northwind · … / Next: Come back, Tue Nov 24 11:00 [Undo][Edit]
      = note Alderbank call 2026-11-23
      = deal Alderbank US$3.8万 negotiation
      = note Northwind meeting 2026-11-23
      = step Northwind 2026-11-24 11:00 Come back`,
  },
  {
    title: 'a further deal is a new one, what is not lost stays, a pause names its customer',
    talk: `
      emma: add a deal for Alderbank: training, $12k
      < ✓ Logged · Alderbank / New deal · Amount $12K · Stage Contacted [Undo][Edit]
      emma: Northwind isn't lost
      < …
      emma: pause Northwind until March
      < ✓ Changed · Northwind · Update · today / Paused until Mon Mar 1, 2027 [Undo][Edit]
      = note Northwind other 2026-11-23
      = deal Alderbank US$1.2万 contacted
      = deal Northwind US$1万 proposal paused 2027-03-01`,
  },
  {
    title: 'the first word of a customer is kept whole: met, lost, resting, or asked about',
    talk: `
      emma: Met Bob at Initech, not interested for now, maybe in Q2
      < ✓ Logged · Initech (new customer) · Meeting · today / New deal · Stage … · Paused until Thu Apr 1, 2027 [Undo][Edit]
      emma: remind me in April
      < ✓ Changed · Initech… / …Next: Follow up, Thu Apr 1, 2027 [Undo][Edit]
      emma: Acme went with a competitor
      < ✓ Logged · Acme (new customer) · Update · today / New deal · Stage Lost · went with a competitor [Undo][Edit]
      emma: video call with the German client
      < ✓ Logged · customer open · Meeting · today [Undo][Edit]
      < Which customer? [Acme][Initech][Later]
      emma: waiting on Foxglove's board, meets Thursday
      < Didn't get that. A new customer, Foxglove? [Log it][Help]
      emma: yes
      < ✓ Logged · Foxglove (new customer) · Update · today [Undo][Edit]
      emma: Oakridge was a waste of time
      < Didn't get that. A new customer, Oakridge? [Log it][Help]
      = customer Initech
      = customer Acme
      = customer Foxglove
      = person Initech Bob
      = deal Acme - lost went with a competitor
      = deal Initech - contacted paused 2027-04-01
      = note Foxglove other 2026-11-23
      = note Acme other 2026-11-23
      = note Initech meeting 2026-11-23
      = note ? meeting 2026-11-23
      = step Initech 2027-04-01 - Follow up`,
  },
]);
