/** An answer of ours is some two thousand characters; whoever sends so much more is not to fill the memory. */
const MOST_BYTES = 64 * 1024;

export class AnswerTooLong extends Error {
  override name = 'AnswerTooLong';
}

/** `fetch` that reads 64 KB at most and never follows a redirect: what we send goes where the configuration says. */
export const cappedFetch = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
  const response = await fetch(url, { ...init, redirect: 'error' });
  const { body, status, statusText, headers } = response;
  if (body === null) return response;
  let bytes = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES) controller.error(new AnswerTooLong(`more than ${MOST_BYTES} bytes`));
      else controller.enqueue(chunk);
    },
  });
  return new Response(body.pipeThrough(counted), { status, statusText, headers });
};
