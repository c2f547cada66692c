import type { StageFactory } from '../stage.ts';
import { GROUP_STAGES } from './group.ts';
import { LOOKUP_STAGES } from './lookup.ts';
import { NESTED_STAGES } from './nested.ts';
import { ORDER_STAGES } from './order.ts';
import { SHAPE_STAGES } from './shape.ts';

/** Every stage by name; what is not here is refused (40324). */
export const STAGES: ReadonlyMap<string, StageFactory> = new Map<string, StageFactory>(
  [SHAPE_STAGES, ORDER_STAGES, GROUP_STAGES, LOOKUP_STAGES, NESTED_STAGES].flatMap((table) => Object.entries(table)),
);
