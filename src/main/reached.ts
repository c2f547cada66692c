import { ServiceError } from '../errors.ts';

/** Work on which a request or a delivery hangs: the store's failure is a service's failure, not a fault of ours. */
export async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new ServiceError('the store does not answer', { cause });
  }
}
