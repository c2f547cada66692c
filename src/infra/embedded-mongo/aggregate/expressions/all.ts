import type { Operator } from '../operator.ts';
import { ACCUMULATING_OPERATORS } from './accumulating.ts';
import { ARITHMETIC_OPERATORS } from './arithmetic.ts';
import { LOOP_OPERATORS } from './array-loops.ts';
import { ARRAY_OPERATORS } from './arrays.ts';
import { BASIC_OPERATORS } from './basic.ts';
import { CONDITIONAL_OPERATORS } from './conditional.ts';
import { CONVERSION_OPERATORS } from './conversion.ts';
import { DATE_PART_OPERATORS } from './date-parts.ts';
import { DATE_OPERATORS } from './dates.ts';
import { FUNCTION_OPERATORS } from './functions.ts';
import { OBJECT_OPERATORS } from './objects.ts';
import { REGEX_OPERATORS } from './regexes.ts';
import { SET_OPERATORS } from './sets.ts';
import { SIZE_OPERATORS } from './sizes.ts';
import { STRING_OPERATORS } from './strings.ts';

const TABLES = [
  ACCUMULATING_OPERATORS,
  ARITHMETIC_OPERATORS,
  LOOP_OPERATORS,
  ARRAY_OPERATORS,
  BASIC_OPERATORS,
  CONDITIONAL_OPERATORS,
  CONVERSION_OPERATORS,
  DATE_PART_OPERATORS,
  DATE_OPERATORS,
  FUNCTION_OPERATORS,
  OBJECT_OPERATORS,
  REGEX_OPERATORS,
  SET_OPERATORS,
  SIZE_OPERATORS,
  STRING_OPERATORS,
];

/** Every expression operator by name; what is not here is refused (168). */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>(
  TABLES.flatMap((table) => Object.entries(table)),
);
