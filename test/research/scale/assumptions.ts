/** Everything the figures are based on. Change a line, run the command again, and every table follows. */

/** 1688 allows each app key three calls a second. Calls leave one by one, far enough apart that jitter cannot break the limit. */
export const CALLS_A_SECOND = 3
const JITTER_MS = 100
export const SPACING_MS = Math.ceil((1000 + JITTER_MS) / CALLS_A_SECOND)
/** The load a key is planned for. The rest is for bursts, retries and the load of a suspended key. */
export const PLANNED_LOAD = 0.7

export const SEARCHES_A_USER = 10
export const BUSIEST_HOUR = 0.1
export const PICTURES = 1e8
export const ZIPF_EXPONENT = 0.8

/** From the moment a call leaves until its answer. */
export const CALL_MS = 400
/** The longest wait accepted in a persistent queue. A search that would wait longer is refused at once. */
export const REFUSE_ABOVE_MS = 3000
/** If its first key would make it wait longer than this, a search tries its second: the point where the first refuses. */
export const SECOND_ABOVE_MS = 3000

export const HOUR_S = 3600
export const DAY_S = 24 * HOUR_S

/** A search that has no answer by then is given up. */
export const DEADLINE_MS = 25_000
/** Searches of a list of products at any time, and from an answer to the next one. */
export const IN_FLIGHT_A_LIST = 3
export const TURNAROUND_MS = 150
/** Sellers who each search a list of so many products a day, at any time of their working hours. */
export const SELLERS = 10
export const ROWS_A_LIST = 500
export const WORKING_HOURS = 8
