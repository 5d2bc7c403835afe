/** Everything the figures rest on. Change a line, run the command again, and every table follows. */

/** 1688 states three calls a second for each app key. Calls leave one by one, so far apart that jitter cannot break that. */
export const CALLS_A_SECOND = 3
export const JITTER_MS = 100
export const SPACING_MS = Math.ceil((1000 + JITTER_MS) / CALLS_A_SECOND)
/** What a key is planned for; the rest is for bursts, retries and a neighbour that is set aside. */
export const PLANNED_LOAD = 0.7

export const SEARCHES_A_USER = 10
export const BUSIEST_HOUR = 0.1
export const PICTURES = 1e8
export const ZIPF_EXPONENT = 0.8

/** From a call's departure to its answer. */
export const CALL_MS = 400
/** The longest wait worth beginning in a queue that stands; beyond it a search is refused at once. */
export const REFUSE_ABOVE_MS = 3000
/** Past this wait at its first key, a search tries its second: where the first refuses it. */
export const SECOND_ABOVE_MS = 3000

export const HOUR_S = 3600
export const DAY_S = 24 * HOUR_S
