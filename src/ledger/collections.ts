/** Collections that the ledger shares with its neighbours. */
export const LEDGER = 'ledger';
export const INBOX = 'inbox';
export const OUTBOX = 'outbox';
/** One document about the store itself: its schema number and how far maintenance has come. */
export const STORE_INFO = 'store_info';
/** One key per subject of personal data; in no backup of the records. */
export const SUBJECT_KEYS = 'subject_keys';
