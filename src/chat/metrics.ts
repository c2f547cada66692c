/** What the talk counts; whoever serves the figures keeps them. Durations are seconds. */
export interface ChatMetrics {
  accepted(adapter: string, fresh: boolean): void;
  handled(adapter: string, outcome: 'done' | 'failed' | 'dead', seconds: number): void;
  delivered(adapter: string, outcome: 'done' | 'retry' | 'dropped' | 'dead', seconds: number): void;
}

export const noMetrics: ChatMetrics = { accepted() {}, handled() {}, delivered() {} };
