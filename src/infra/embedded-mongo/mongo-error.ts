/** MongoDB's error codes by name, as in its `error_codes.yml`; the name is what clients see as `codeName`. */
export const ERROR_CODES = {
  InternalError: 1,
  BadValue: 2,
  NoSuchKey: 4,
  GraphContainsCycle: 5,
  HostUnreachable: 6,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  Overflow: 15,
  InvalidLength: 16,
  ProtocolError: 17,
  AuthenticationFailed: 18,
  IllegalOperation: 20,
  InvalidBSON: 22,
  LockTimeout: 24,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  NonExistentPath: 29,
  CannotCreateIndex: 67,
  RoleNotFound: 31,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  DottedFieldName: 57,
  CommandNotFound: 59,
  ShardKeyNotFound: 61,
  ImmutableField: 66,
  IndexAlreadyExists: 68,
  UnknownReplWriteConcern: 79,
  NotAReplicaSet: 123,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  AmbiguousIndexKeyPattern: 181,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  NetworkTimeout: 89,
  OperationFailed: 96,
  WriteConflict: 112,
  CommandNotSupported: 115,
  DocumentValidationFailure: 121,
  ExceededMemoryLimit: 146,
  CursorInUse: 12051,
  CommandNotSupportedOnView: 166,
  OptionNotSupportedOnView: 167,
  QueryPlanKilled: 175,
  InvalidIndexSpecificationOption: 197,
  BSONObjectTooLarge: 10334,
  TransactionTooOld: 225,
  NotARetryableWriteCommand: 50768,
  NoSuchTransaction: 251,
  OperationNotSupportedInTransaction: 263,
  IndexBuildAborted: 276,
  ConversionFailure: 241,
  NoQueryExecutionPlans: 291,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  APIVersionError: 322,
  APIStrictError: 323,
  DuplicateKey: 11000,
  Interrupted: 11601,
  InterruptedAtShutdown: 11600,
  OutOfDiskSpace: 14031,
  DataCorruptionDetected: 267,
  StageNotFound: 40324,
  UnknownField: 40415,
  MissingField: 40414,
  ChangeStreamNotSupported: 40573,
} as const;

export type ErrorName = keyof typeof ERROR_CODES;

const NAMES_BY_CODE = new Map<number, string>(Object.entries(ERROR_CODES).map(([name, code]) => [code, name]));

/**
 * A refusal in MongoDB's own words: `code` and `codeName` are what the real server sends for the same cause.
 * Give a name from the table, or a bare number for the many codes that the server itself only knows as `Location…`.
 * `details` become further fields of the error reply (`keyPattern`, `keyValue`, `errInfo`).
 */
export class MongoError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorName | number, message: string, details?: Readonly<Record<string, unknown>>) {
    super(message);
    this.name = 'MongoError';
    this.code = typeof code === 'number' ? code : ERROR_CODES[code];
    this.codeName = NAMES_BY_CODE.get(this.code) ?? `Location${this.code}`;
    this.details = details;
  }
}
