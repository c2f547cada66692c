const SILENCE_MS = 50_000;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Follows one's log and comes back by itself when cut off, after the last line seen. (EventSource cannot send the token,
 * so the stream is read by fetch.) `onState('live' | 'lost' | 'signedOut')`.
 */
export function followStream({ api, lastId, onEntry, onState }) {
  let ended = false;
  let failures = 0;
  let abort = null;
  let wake = () => {};

  async function readOnce() {
    abort = new AbortController();
    let watchdog = setTimeout(() => abort.abort(), SILENCE_MS);
    try {
      const response = await api.stream(lastId, abort.signal);
      if (response.status === 401) {
        ended = true;
        onState('signedOut');
        return;
      }
      if (!response.ok) throw new Error(`stream ${response.status}`);
      failures = 0;
      onState('live');
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = '';
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => abort.abort(), SILENCE_MS);
        const blocks = (rest + value).split('\n\n');
        rest = blocks.pop();
        blocks.forEach(readBlock);
      }
    } finally {
      clearTimeout(watchdog);
    }
  }

  function readBlock(block) {
    let data = '';
    for (const line of block.split('\n')) {
      if (line.startsWith('id: ')) lastId = Number(line.slice(4));
      if (line.startsWith('data: ')) data += line.slice(6);
    }
    if (data) onEntry(JSON.parse(data));
  }

  async function run() {
    while (!ended) {
      await readOnce().catch(() => {});
      if (ended) return;
      onState('lost');
      failures += 1;
      const pause = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failures) * (0.7 + Math.random() * 0.6);
      await new Promise((resolve) => {
        wake = resolve;
        setTimeout(resolve, pause);
      });
    }
  }

  const online = () => wake();
  const offline = () => abort?.abort();
  window.addEventListener('online', online);
  window.addEventListener('offline', offline);
  run();
  return {
    end() {
      ended = true;
      window.removeEventListener('online', online);
      window.removeEventListener('offline', offline);
      abort?.abort();
      wake();
    },
  };
}
