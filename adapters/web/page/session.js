const TOKEN = 'genjin:token';

/** Who is signed in here. A person picked in the demo belongs to this tab alone, so that two tabs can be two people. */
export const session = {
  read() {
    const picked = sessionStorage.getItem(TOKEN);
    if (picked) return { token: picked, demo: true };
    const token = localStorage.getItem(TOKEN);
    return token ? { token, demo: false } : null;
  },
  signIn: (token) => localStorage.setItem(TOKEN, token),
  pick: (token) => sessionStorage.setItem(TOKEN, token),
  signOut() {
    sessionStorage.removeItem(TOKEN);
    localStorage.removeItem(TOKEN);
  },
};

/** Takes the join code out of the address. */
export function takeJoin() {
  const code = new URLSearchParams(location.hash.slice(1)).get('join');
  if (code) history.replaceState(null, '', location.pathname);
  return code;
}

/** Takes the one-time code out of the address, so that it stays in no history. */
export function takeCode() {
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  if (code) history.replaceState(null, '', location.pathname);
  return code;
}
