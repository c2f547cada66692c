/** Given names that are everyday words too: they count as names only with a capital, and not as a sentence's verb. */
export const NAMES_THAT_ARE_WORDS = new Set(
  'will mark may april june august grant bill rich pat sue frank drew art chase faith hope joy grace rose dean jack bob rob nick dale ray jean max miles penny ruby summer dawn eve iris ivy lane pierce reed sage sky skip stone ward wade guy gene jay josh lance major norm page randy rusty sandy sonny van victor wood young king mike ace case buck cliff dusty earl ernest olive pearl rock royal tab tad tag trip bud chip chuck clay cash china christian core brook'.split(
    ' ',
  ),
);

/** Everyday words that open or fill English messages with a capital: never names of people or companies. */
export const NEVER_NAMES = new Set(
  `she'd he'd they'd we'd i'd you'd it'd she'll he'll they'll you'll it'll you're you've i i'm i'll i've we we'll we've we're you he she it its they them his her their our my me us the a an and or but so if when while then than that this these those there here
  who whose what which where why how not no yes ok okay yeah yep nope hi hello hey thanks thx thank please pls fyi btw asap eod cob eow eom tbd ooo ps re fw fwd rfp rfq po nda sow msa sla poc crm erp pos sso saas api
  mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec january february march july
  september october november december today tomorrow yesterday tonight tmrw morning afternoon evening week weekend month quarter year q1 q2 q3 q4 am pm christmas easter thanksgiving
  sms bbq bell callback cuppa pint beer curry phone slack kickoff intro fax faxed telecon telephone buying marketing logistics engineering facilities operations production maintenance ap ar qa ehs hse mgmt accounts purchasing quotation quotations offer estimate tender rfi budget approval decision signature samples workshop dear sir madam phoned telephonic dropped reached owner boss card person
  call called calling met meet meeting mtg visit visited emailed email mail texted text ping pinged chat chatted spoke talked saw sent send got had have has was were is are be been will would could should can
  new lead account contact deal opp opportunity task tasks todo note notes remind reminder show list update create add open log lost won win close closed mark move push pull hand transfer reassign assign give
  demo demoed quote quoted proposal contract pricing price follow followup next good great nice quick long just still also only maybe probably hopefully first second third last done finished signed dropped stopped swung ran left right
  zoom teams slack whatsapp wecom wechat linkedin google meet outlook excel powerpoint pdf usd eur gbp aud sgd inr cny hkd jpy lunch dinner breakfast coffee drinks webinar expo conference
  sales legal finance procurement ops it hr cfo ceo cto coo cio vp director manager owner buyer boss team everyone everybody nobody someone anyone all one two three four five per each any some every
  from to for with about after before by at in on of over under into onto up down out off back again very really too much many more most less few lots need needs needed want wants wanted ask asks asked say says said
  tell told think thinks thought know knows let lets make made take took go goes going went come came see look looks like likes liked love loves hate hates happy sad angry sorry oh uh um ugh lol haha wow
  complaint complaints issue issues request feedback question voicemail msg message news heads reply update quick good sorry re subject dear best regards cheers hello invoice order orders payment delivery meeting visit stage pipeline funnel
  heard had sat touched popped fired discussed connected rang walked negotiated caught showed grabbed landed received tried breakfast quarterly monthly annual customer inbound potential oops rescheduled zoomed booked confirmed checked gave took brought grabbed spent held chased nudged pitched presented intro discovery kickoff renewal session presentation training workshop catch reached update updated shared mentioned anything nothing something sounds seems apparently basically honestly actually finally super feeling heading going waiting following expecting checking looking hoping trying working visiting seeing calling planning thinking wow yay woohoo boom bingo fingers hold sending remember
  head chief president officer engineer senior junior deputy associate coordinator administrator supervisor
  can't won't don't doesn't didn't isn't wasn't aren't haven't hasn't he's she's it's that's there's what's who's they're`.split(
    /\s+/,
  ),
);
