import { playTalks } from '../support/scripted-talk.ts';
import { script9 } from './scripts/script-9.ts';

playTalks([script9]);
