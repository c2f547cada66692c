/**
 * A pure function that remembers what it made: a long text says 周一 a thousand times, and every phrase is closures.
 * For few possible arguments only; nothing is ever forgotten.
 */
export function kept<Key extends string | number, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
