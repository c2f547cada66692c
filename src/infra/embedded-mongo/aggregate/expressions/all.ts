import type { Operator } from '../operator.ts';
import { BASIC_OPERATORS } from './basic.ts';

/** Every expression operator by name; what is not here is refused (168). */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>(
  [BASIC_OPERATORS].flatMap((table) => Object.entries(table)),
);
