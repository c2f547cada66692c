import type { Telling } from '../../crm/telling/telling.ts';
import type { CrmTools, CrmTurn } from '../crm-turn.ts';

export async function announceWin(_turn: CrmTurn, _telling: Telling, _tools: CrmTools): Promise<void> {}
