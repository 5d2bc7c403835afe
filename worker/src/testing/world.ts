import type { Scheduler, ScheduleState } from '../dispatch/scheduler.ts'

/** What the simulation drives: the scheduler, or one broken on purpose. */
export type SchedulerUnderTest = Pick<
  Scheduler,
  | 'admit'
  | 'followUp'
  | 'takeRetry'
  | 'takeHoldMs'
  | 'next'
  | 'sent'
  | 'completed'
  | 'cancel'
  | 'positionOf'
  | 'retryAfterMs'
  | 'promote'
  | 'state'
>

interface Crowd {
  clients: number
  /** Searches a second, each; */
  rate?: number
  /** or this many at any time: each is followed by the next, a refused one after the time that it was told. */
  loops?: number
  priority?: 'batch'
  /** Whether each client waits at least half its mean interval between two searches. */
  isSteady?: boolean
}

export interface World {
  seed: number
  make(nowMs: number, stored: ScheduleState | undefined): SchedulerUnderTest
  crowds: Crowd[]
  /** Ends after this many calls were sent, */
  dispatches?: number
  /** or after this time. */
  forMs?: number
  /** The most that a call may be delayed on its way to the platform. */
  jitterMs?: number
  latencyMs?: [least: number, most: number]
  twoCalls?: number
  /** The shares of calls that fail and that the platform throttles. */
  failing?: number
  throttling?: number
  /** Mean times between evictions and between clock changes, and the share of callers that leave. */
  evictedEveryMs?: number
  clockSetEveryMs?: number
  leaving?: number
  budgetMs?: number
}

export interface SimulationResult {
  /** Real times at which calls reached the platform. */
  arrivals: number[]
  firsts: { at: number[]; retries: number[] }
  /** For each crowd: waits for the first call, and how many searches were refused. */
  waits: number[][]
  refused: number[]
  asked: number[]
  /** Calls sent, and searches that were admitted and dropped before their first call because time ran out. */
  calls: number[]
  starved: number[]
  /** The announced and the real wait of each search that waited. */
  estimates: { announcedMs: number; realMs: number }[]
  /** Calls sent although no one waited any more, or none could be answered in time. */
  wasted: number
  /** Batch calls with time to spare that were sent while an interactive search waited. */
  overtaking: number
  /** Admitted searches that ended more than once, or not by their deadline. */
  unfinished: number
  mostWaiting: number
  mostInFlight: number
  /** Between a throttled call's end and the next call. */
  leastAfterThrottleMs: number
  elapsedMs: number
}
