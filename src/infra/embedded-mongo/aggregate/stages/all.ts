import type { StageFactory } from '../stage.ts';
import { BUCKET_STAGES } from './bucket.ts';
import { densify } from './densify.ts';
import { GROUP_STAGES } from './group.ts';
import { LOOKUP_STAGES } from './lookup.ts';
import { NESTED_STAGES } from './nested.ts';
import { ORDER_STAGES } from './order.ts';
import { OUTPUT_STAGES } from './output.ts';
import { SHAPE_STAGES } from './shape.ts';
import { WINDOW_STAGES } from './window.ts';

const TABLES = [
  SHAPE_STAGES,
  ORDER_STAGES,
  GROUP_STAGES,
  BUCKET_STAGES,
  LOOKUP_STAGES,
  NESTED_STAGES,
  WINDOW_STAGES,
  OUTPUT_STAGES,
  { $densify: densify },
];

/** Every stage by name; what is not here is refused (40324). */
export const STAGES: ReadonlyMap<string, StageFactory> = new Map<string, StageFactory>(
  TABLES.flatMap((table) => Object.entries(table)),
);
