import { openWecomAppTalk } from '../support/wecom-app-talk.ts';
import { sameTalk } from './same-talk.ts';

sameTalk('the WeCom app', openWecomAppTalk, ['colleagues', 'strangers', 'older buttons', 'missed messages', 'doctor']);
