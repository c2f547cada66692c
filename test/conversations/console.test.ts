import { openConsoleTalk } from '../support/console-talk.ts';
import { sameTalk } from './same-talk.ts';

sameTalk('a terminal', openConsoleTalk, ['doctor']);
