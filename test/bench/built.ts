/**
 * A module of the build, typed as its source: what runs from source carries the loader's own cost in every function.
 * `path`: from the root, without its ending.
 */
export async function built<T>(path: string): Promise<T> {
  return (await import(new URL(`../../dist/${path}.js`, import.meta.url).href)) as T;
}
