import { sameTalk } from '../conversations/same-talk.ts';
import { openWechatyTalk } from './wechaty-talk.ts';

sameTalk('WeChat', openWechatyTalk, ['group', 'strangers']);
