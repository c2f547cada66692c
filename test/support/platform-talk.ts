import type { Stored } from '../../src/ledger/change-set.ts';
import type { RecordKind } from '../../src/ledger/ledger.ts';

/** The whole bot over one platform. What is optional is there where the platform has the thing that it speaks of. */
export interface PlatformTalk {
  /** Types a message; resolves with what names it once all answers are there. */
  says(name: string, text: string): Promise<string>;
  edits?(name: string, message: string, text: string): Promise<void>;
  /** The platform adds what it knows of a link to a message. */
  unfurls?(name: string, message: string): Promise<void>;
  deletes?(name: string, message: string): Promise<void>;
  /** Answers an earlier message of one's own: in its thread, or by quoting it. */
  under?(name: string, message: string, text: string): Promise<string>;
  /** A group; `known`: the platform says who is in it, and those are people of the team. */
  group?: { known: boolean; says(name: string, text: string): Promise<void>; shown(): Promise<string[]> };
  /** Presses the newest button of that label. */
  presses(name: string, label: string): Promise<void>;
  until(at: string): Promise<void>;
  /** The process ends, and another one begins so many minutes later. */
  restarts(minutes: number): Promise<void>;
  /** The platform sends nothing again that came while nobody listened. */
  forgets?: true;
  /** What `npm run doctor` says of the platform. */
  doctor?(): Promise<string>;
  /** What a person sees now, what a group shows to them alone included. */
  shownTo(name: string): Promise<string[]>;
  kept<T extends object>(kind: RecordKind<T>): Promise<Stored<T>[]>;
  close(): Promise<void>;
}
