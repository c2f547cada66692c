import type { Sorter } from '../../values/sort.ts';
import type { Doc, Maybe, Value } from '../../values/value.ts';
import type { Scope } from '../scope.ts';

/** The documents of one partition in order, with what they are sorted by. */
export interface Partition {
  readonly docs: readonly Doc[];
  readonly keys: readonly (readonly Maybe[])[];
}

/** One value per document of the partition. */
export type WindowFunction = (partition: Partition) => Maybe[];

export interface WindowInput {
  readonly operand: Value;
  readonly scope: Scope;
  readonly sorter: Sorter | undefined;
  readonly bounds: WindowBounds | undefined;
  readonly name: string;
}

export type WindowFactory = (input: WindowInput) => WindowFunction;

/** Positions in the partition, the end not included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export type WindowBounds = (partition: Partition, index: number) => Range;
