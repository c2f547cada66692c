/** A request that did not work. `status` 0: no connection. `words`: what the server said, for the reader. */
export class ApiError extends Error {
  constructor(status, words, retryAfterMs) {
    super(`api ${status}`);
    this.status = status;
    this.words = words;
    this.retryAfterMs = retryAfterMs;
  }

  /** The same request may work later. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

async function request(method, path, { token, body, file, id } = {}) {
  const headers = {};
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (file) {
    headers['Content-Type'] = 'application/octet-stream';
    headers['X-File-Name'] = encodeURIComponent(file.name);
    headers['X-Message-Id'] = id;
  }
  const sent = file ?? (body && JSON.stringify(body));
  const response = await fetch(path, { method, headers, body: sent, cache: 'no-store' }).catch(() => {
    throw new ApiError(0, null);
  });
  const answer = await response.json().catch(() => null);
  if (response.ok && answer) return answer;
  const retryAfter = Number(response.headers.get('Retry-After'));
  throw new ApiError(
    response.ok ? 0 : response.status,
    answer?.error ?? null,
    retryAfter ? retryAfter * 1000 : undefined,
  );
}

/** The demo's people and clock; null where this is no demo. */
export const readDemo = () =>
  request('GET', '/demo').catch((error) => {
    if (error.status === 404) return null;
    throw error;
  });

export const moveClock = (now) => request('POST', '/demo/clock', { body: { now: now.toISOString() } });

/** Turns a one-time code into a token. */
export const redeem = async (code) => (await request('POST', '/api/session', { body: { code } })).token;

/** Joins by a code under a name; `id` names this try, so that it can be made again. Gives the token. */
export const join = async (code, name, id) => (await request('POST', '/api/join', { body: { code, name, id } })).token;

/** The API as one person. */
export function createApi(token) {
  const id = encodeURIComponent;
  return {
    record: (record) => request('GET', `/api/records/${id(record)}`, { token }),
    company: () => request('GET', '/api/company', { token }),
    me: () => request('GET', '/api/me', { token }),
    history: (before) => request('GET', `/api/chat/log${before ? `?before=${before}` : ''}`, { token }),
    say: (body) => request('POST', '/api/chat/messages', { token, body }),
    sendFile: (conversation, id, file) =>
      request('POST', `/api/chat/files?conversation=${encodeURIComponent(conversation)}`, { token, file, id }),
    edit: (message, body) => request('PUT', `/api/chat/messages/${id(message)}`, { token, body }),
    remove: (message) => request('DELETE', `/api/chat/messages/${id(message)}`, { token }),
    file: async (action) => {
      const response = await fetch(`/api/chat/actions/${id(action)}/file`, {
        headers: { Authorization: `Bearer ${token}` },
        cache: 'no-store',
      }).catch(() => {
        throw new ApiError(0, null);
      });
      if (!response.ok) throw new ApiError(response.status, (await response.json().catch(() => null))?.error ?? null);
      const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
      return { name: decodeURIComponent(name ?? 'file'), bytes: await response.blob() };
    },
    press: (body) => request('POST', '/api/chat/actions', { token, body }),
    stream: (lastId, signal) =>
      fetch('/api/chat/log/events', {
        headers: { Authorization: `Bearer ${token}`, ...(lastId === null ? {} : { 'Last-Event-ID': String(lastId) }) },
        cache: 'no-store',
        signal,
      }),
  };
}
