import { sameTalk } from '../conversations/same-talk.ts';
import { openWechatyTalk } from './wechaty-talk.ts';

sameTalk('WeChat', openWechatyTalk, ['colleagues', 'strangers', 'group', 'known group', 'missed messages', 'doctor']);
