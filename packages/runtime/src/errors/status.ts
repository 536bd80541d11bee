/** Statuses of an answer that was understood as a success (RFC 9110, section 15.3; RFC 4918; RFC 3229). */
export type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226;

/**
 * Statuses that can arrive on an error, by the range that a document calls them: the registered ones from 300 up (IANA HTTP
 * status code registry), and those that common proxies and gateways send without registering them.
 *
 * They are listed one by one because TypeScript cannot say "any number but 403": with the list, comparing
 * `error.status` narrows a union of errors exactly.
 */
export interface ErrorStatuses {
  readonly "3XX": 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308;
  readonly "4XX":
    | 400
    | 401
    | 402
    | 403
    | 404
    | 405
    | 406
    | 407
    | 408
    | 409
    | 410
    | 411
    | 412
    | 413
    | 414
    | 415
    | 416
    | 417
    | 418
    | 419
    | 420
    | 421
    | 422
    | 423
    | 424
    | 425
    | 426
    | 428
    | 429
    | 430
    | 431
    | 440
    | 444
    | 449
    | 450
    | 451
    | 460
    | 463
    | 464
    | 494
    | 495
    | 496
    | 497
    | 498
    | 499;
  readonly "5XX":
    | 500
    | 501
    | 502
    | 503
    | 504
    | 505
    | 506
    | 507
    | 508
    | 509
    | 510
    | 511
    | 520
    | 521
    | 522
    | 523
    | 524
    | 525
    | 526
    | 527
    | 529
    | 530
    | 561
    | 598
    | 599;
}

/** Statuses that can arrive on an error. */
export type ErrorStatus = ErrorStatuses[keyof ErrorStatuses];

/**
 * The statuses that an operation's `default` answer stands for: all error statuses but the documented ones. With ranges,
 * those of them that are not documented one by one.
 *
 * @example
 * type Failure = ApiError<403, Forbidden> | ApiError<UndocumentedStatus<403>, unknown>;
 * type Ranges = ApiError<403, Forbidden> | ApiError<UndocumentedStatus<403, "4XX">, Problem>;
 */
export type UndocumentedStatus<
  Documented extends number = never,
  Range extends keyof ErrorStatuses = keyof ErrorStatuses,
> = Exclude<ErrorStatuses[Range], Documented>;
