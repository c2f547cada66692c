/** The words of a list written as running text. */
export function words(list: string): string[] {
  return list.split(/\s+/).filter(Boolean);
}
