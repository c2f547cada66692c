/** Bytes that somebody sent: a picture, a file. */
export interface Blob {
  name: string;
  /** Media type, as the sender's platform says. */
  type: string;
  bytes: Uint8Array;
}

/** More than this is not kept. */
export const BLOB_LIMIT = 10 * 1024 * 1024;

/** Keeps what people send beside the records, which hold its id alone. */
export interface BlobStore {
  /** The same content has the same id, so that keeping it again keeps it once. Throws ServiceError; RangeError beyond the limit. */
  put(blob: Blob): Promise<string>;
  get(id: string): Promise<Blob | null>;
  /** From an instant on it is no longer needed (null: it stays); what is put again stays until this is said again. */
  keepUntil(id: string, until: Date | null): Promise<void>;
  /** What is kept for a time alone: what is no longer needed by then; null: all of it. */
  keptUntil(by: Date | null): Promise<string[]>;
  /** Gone for good, from backups too. The same content, sent again, is kept again. */
  erase(id: string): Promise<void>;
}
