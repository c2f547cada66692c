/** Gathers which top-level fields something reads, so that only those need to be decoded. */
export class FieldReads {
  private readonly names = new Set<string>();
  private everything = false;

  add(path: string): void {
    const dot = path.indexOf('.');
    this.names.add(dot < 0 ? path : path.slice(0, dot));
  }

  addAll(): void {
    this.everything = true;
  }

  /** The names, or undefined when the whole document is needed. */
  get fields(): ReadonlySet<string> | undefined {
    return this.everything ? undefined : this.names;
  }
}
