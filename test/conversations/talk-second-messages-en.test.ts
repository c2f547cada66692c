import { playTalks } from '../support/scripted-talk.ts';

playTalks([
  {
    title: 'who decides has decided, what was given way on; told as won too soon goes back, and the words are kept',
    talk: `
      emma: Met Priya at Alderbank, sent a quote of $52k
      < …Needs→Proposal…
      emma: boss approved it
      < …Note: boss approved it
      emma: gave them 5%
      < …Note: gave them 5%
      emma: close it as won
      < …Won…
      emma: oops not yet, verbal only
      < …Note: oops not yet, verbal only
      = note Alderbank meeting 2026-11-23
      = deal Alderbank US$5.2万 proposal`,
  },
  {
    title: 'terms and a rival are remarks on the deal, and change no amount',
    talk: `
      emma: Called Priya at Alderbank
      < ✓ Logged · Alderbank · Call · today
      emma: the rest on delivery
      < …Note: the rest on delivery
      emma: another 4k on top
      < …Note: another 4k on top
      emma: Salesforce quoted 45k
      < …Note: Salesforce quoted 45k
      = note Alderbank call 2026-11-23`,
  },
  {
    title: 'he also wants a demo: the same record',
    talk: `
      emma: Met Callum from Tern Island
      < ✓ Logged · Tern Island · Meeting · today
      emma: he also wants a demo
      < …demo…
      emma: his birthday is Aug 15
      < …Aug 15 (solar)…
      = note Tern Island meeting 2026-11-23
      = step Tern Island - - …demo…
      = person Tern Island Callum Reid born solar 8-15`,
  },
  {
    title: 'whom they deal with is no customer of ours; sent it is the step done',
    talk: `
      emma: Met Callum from Tern Island
      emma: need to send pricing by Thursday
      < …Thu Nov 26…
      emma: they're comparing us with Foobar Inc
      < ✓ Changed · Tern Island…
      emma: sent it
      < ✓ Done · Send pricing [Undo]
      = note Tern Island meeting 2026-11-23
      = step Tern Island 2026-11-26 - Send pricing (done)`,
  },
  {
    title: 'a visit to nobody named was to the one just spoken of',
    talk: `
      emma: Send Tern Island the deck on Friday
      < …Fri Nov 27…
      emma: Visited them this afternoon, went well
      < ✓ Logged · Tern Island · Visit · today
      = step Tern Island 2026-11-27 - …deck…
      = note Tern Island visit 2026-11-23`,
  },
  {
    title: 'after a switch he is the later one',
    talk: `
      emma: Met Priya at Alderbank
      < ✓ Logged · Alderbank · Meeting · today
      emma: Called Callum at Tern Island
      < ✓ Logged · Tern Island · Call · today
      emma: he wants a contract template
      < …contract template…
      = note Alderbank meeting 2026-11-23
      = note Tern Island call 2026-11-23
      = step Tern Island - - …contract template…`,
  },
  {
    title: 'under the first message: the first customer',
    talk: `
      emma: Met Priya at Alderbank
      emma: Called Callum at Tern Island
      emma^1: budget is 52k
      < …$52K…
      = note Alderbank meeting 2026-11-23
      = note Tern Island call 2026-11-23
      = deal Alderbank US$5.2万 …`,
  },
  {
    title: 'three messages in a burst, one record',
    talk: `
      emma: Just met Priya at Alderbank ∥ she agreed to 45k ∥ contract by Friday
      < ✓ Logged · Alderbank · Meeting · today…
      < …$45K…
      < …Fri Nov 27…
      = note Alderbank meeting 2026-11-23
      = deal Alderbank US$4.5万 …
      = step Alderbank 2026-11-27 - …`,
  },
  {
    title: 'thanks needs no answer',
    talk: `
      emma: Met Callum from Tern Island
      < ✓ Logged · Tern Island · Meeting · today
      emma: thanks
      <-
      emma: ok
      <-
      = note Tern Island meeting 2026-11-23`,
  },
  {
    title: 'half an hour later, who is him?',
    talk: `
      emma: Met Callum from Tern Island
      < ✓ Logged · Tern Island · Meeting · today
      at 2026-11-23 10:31
      emma: Send him the contract on Friday
      < …customer open…
      < Which customer? …
      = note Tern Island meeting 2026-11-23
      = step ? 2026-11-27 - …`,
  },
  {
    title: 'a question, another note, the answer',
    talk: `
      emma: Talked to Dana, wants a quote
      < …
      < Which Dana? [Northwind Dana Cole][Harbour Foods Dana Lund][None of these]
      emma: Met Priya at Alderbank
      < ✓ Logged · Alderbank · Meeting · today
      emma: 2
      < ✓ Logged · Harbour Foods…
      = note Alderbank meeting 2026-11-23
      = note Harbour Foods other 2026-11-23
      = step Harbour Foods - - …quote…`,
  },
  {
    title: 'two questions open: the newest first, then the other again',
    talk: `
      emma: Called Dana
      < …
      < Which Dana? …
      emma: Met Sam
      < …
      < Which Sam? [Alderbank Sam Holt][Tern Island Sam Reyes][None of these]
      emma: 2
      < ✓ Logged · Tern Island · Meeting · today…
      < Which Dana? …
      emma: Northwind
      < ✓ Logged · Northwind · Call · today…
      = note Tern Island meeting 2026-11-23
      = note Northwind call 2026-11-23
`,
  },
  {
    title: 'three customers, one taken back',
    talk: `
      emma: 1 Alderbank agreed to $45k 2 Tern Island wants a demo 3 Northwind lost, too expensive
      < 1 ✓ Logged · Alderbank… / 2 ✓ Logged · Tern Island… / 3 ✓ Logged · Northwind… [Undo 1][Undo 2][Undo 3]
      emma: undo 3
      < Undone: …
      = note Alderbank … 2026-11-23
      = deal Alderbank US$4.5万 …
      = step Tern Island - - …demo…`,
  },
  {
    title: 'one field, told, asked, and of another customer',
    talk: `
      emma: Alderbank phone
      < Alderbank: no phone on record.
      emma: Priya's phone is +44 20 7946 0018
      < …+442079460018…
      emma: Alderbank phone
      < Alderbank · phone · Priya Nair +442079460018
      emma: and Tern Island?
      < Tern Island: no phone on record.
      = person Alderbank Priya Nair +442079460018`,
  },
  {
    title: 'a command said anew: another person, day, team; the first one is taken back, or stays beside it',
    talk: `
      li: create teams North, South
      < …
      li: put Emma in North
      < ✓ North · Emma Clarke…
      li: no, South
      < ✓ South · Emma Clarke / 还没人管…
      li: 林悦 too
      < ✓ South · 林悦 / 还没人管…
      li: who is in North?
      < North · 0人…
      li: join code for North, 5 people, 7 days
      < … / North · 5人 · 到11/30 周一 / …
      li: make it 10 people
      < … / North · 10人 · 到11/30 周一 / …
      li: Dec 31 is a company holiday
      < ✓ 公司放假 · 12/31 周四 / …
      li: sorry, Dec 30
      < ✓ 公司放假 · 12/30 周三 / …
      li: 林悦离职了
      < ✓ 已离职 · 林悦 · 归李娜 / …
      li: not 林悦, 张伟
      < ✓ 已离职 · 张伟 · 归陈敏 / …
      lin: 腾云电话
      < …`,
  },
  {
    title: 'in a group the receipt is two words',
    talk: `
      emma@sales: Called Priya at Alderbank, quoted $45k
      <@sales Logged ✓
      < ✓ Logged · Alderbank · Call · today / Amount $40K→$45K…
      = note Alderbank call 2026-11-23
      = deal Alderbank US$4.5万 …`,
  },
]);
