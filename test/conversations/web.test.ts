import { openWebTalk } from '../support/web-talk.ts';
import { sameTalk } from './same-talk.ts';

sameTalk(
  'the web page',
  openWebTalk,
  ['colleagues', 'group', 'known group', 'threads', 'edits', 'deletes', 'older buttons', 'doctor'],
  { beside: true },
);
