/** The link that signs a person in once. The code stands behind `#`, so that it reaches no server's log. */
export const signInLink = (address: string, code: string): string => new URL(`/#code=${code}`, address).href;
