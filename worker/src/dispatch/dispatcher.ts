import { DurableObject } from 'cloudflare:workers'
import {
  AppError,
  type Check,
  type DetailedOffer,
  type ErrorCode,
  type SearchQuery,
} from '@find-on-1688/shared'
import { abortAfter } from '../abort-after.ts'
import { storeAnswer } from '../cache/answers.ts'
import { type App, requireSettings, type UpstreamSettings } from '../config.ts'
import type { EnvVars } from '../env-vars.ts'
import type { AppCredentials, Credentials, PrepareCall } from '../gateway/call.ts'
import type { Answer } from '../gateway/post.ts'
import { refuseRepeats } from '../gateway/secret-leak.ts'
import { addTo, type Hour, Hours } from '../metrics/hours.ts'
import { OFFER, SEARCH } from '../providers/index.ts'
import type { Found, Subject, Upstream } from '../providers/provider.ts'
import { readGrant, refreshCall } from '../tokens/grant.ts'
import { Tokens } from '../tokens/tokens.ts'
import { examine } from './diagnose.ts'
import { Settled } from './recent-answers.ts'
import {
  type Completed,
  type Cost,
  type Failure,
  failureOf,
  type Reply,
  ReplyStream,
} from './reply-stream.ts'
import { callsOf } from './retries.ts'
import { pacedScheduler, type Ticket } from './scheduler.ts'
import { Departures } from './sender.ts'
import { type Flight, Flights } from './single-flight.ts'
import { openStorage, type Storage } from './storage.ts'
import { Aside } from './suspended-key.ts'

export interface Job {
  appKey: string
  /** Whether there is no other app key. */
  isAlone: boolean
  /** Searches that the cache answered since the last job. */
  cacheHits: number
  /** Whose turn in the queue it takes. */
  client: string
  /** Requests with the same key at the same time share one answer. */
  cacheKey: string
  /** How long the answer may be cached; 0 does not cache it. */
  cacheSeconds: number
  /** How long the caller may still wait. A time span, for two machines' clocks differ. */
  budgetMs: number
}

export interface SearchJob extends Job {
  subject: Subject
  query: SearchQuery
}

export interface OfferJob extends Job {
  offerId: string
  language: SearchQuery['language']
}

/** One object an app key: it alone sends that key's calls, and so keeps the platform's call limit. */
export class Dispatcher extends DurableObject<EnvVars> {
  readonly #storage: Storage
  readonly #searches = new Flights<Completed<Found>>()
  readonly #offers = new Flights<Completed<DetailedOffer>>()
  readonly #recentAnswers = new Settled<Completed<Found | DetailedOffer>>()
  readonly #hours: Hours
  readonly #aside: Aside
  #departures: Departures | undefined
  #tokens: Tokens | undefined

  constructor(ctx: DurableObjectState, env: EnvVars) {
    super(ctx, env)
    this.#storage = openStorage(ctx.storage.sql)
    this.#hours = new Hours(ctx.storage.sql)
    this.#aside = new Aside(this.#storage.notes)
  }

  search(job: SearchJob): Promise<Reply> {
    return this.#reply(job, this.#searches, (settings) => ({
      lane: 'search',
      calls: SEARCH[settings.provider].callsFor(job.subject, this.#storage.imageIds),
      bytes: 'bytes' in job.subject ? job.subject.bytes.length : 0,
      isComplete: ({ isComplete }: Found) => isComplete,
      ask: (upstream) => SEARCH[settings.provider].search(job.subject, job.query, upstream),
    }))
  }

  offer(job: OfferJob): Promise<Reply> {
    return this.#reply(job, this.#offers, (settings) => ({
      lane: 'detail',
      calls: 1,
      bytes: 0,
      isComplete: () => true,
      ask: async (upstream) => {
        const provider = OFFER[settings.provider]
        if (!provider) throw new AppError('not_supported', 'This provider tells nothing more about an offer.')
        return provider.read(job.offerId, job.language, upstream)
      },
    }))
  }

  async #reply<T extends Found | DetailedOffer>(
    job: Job,
    flights: Flights<Completed<T>>,
    plan: (settings: UpstreamSettings) => Plan<T>,
  ): Promise<Reply> {
    const usedToday = this.#hours.callsToday()
    try {
      const settings = requireSettings(this.env)
      const app = appOf(settings, job.appKey)
      const aside = job.isAlone ? undefined : this.#aside.at(Date.now())
      if (aside) return { failure: { ...aside, retryAfterMs: undefined }, usedToday }
      const planned = plan(settings)
      const reply = new ReplyStream<T>()
      const known = job.cacheSeconds > 0 ? this.#recentAnswers.get(job.cacheKey, Date.now()) : undefined
      if (known) {
        this.#count(job, undefined, true)
        reply.end({ value: { ...(known as Completed<T>), cached: true } })
        return { ...(await reply.result), usedToday }
      }
      let isFirst = false
      reply.onLeave = flights.join(
        job.cacheKey,
        {
          deadlineAtMs: Date.now() + job.budgetMs,
          tell: (progress) => reply.tell(progress),
          end: (outcome) => {
            this.#count(job, 'error' in outcome ? failureOf(outcome.error) : undefined, !isFirst)
            reply.end(outcome)
          },
        },
        (flight) => {
          isFirst = true
          return this.#fly(flight, job, planned, settings, app)
        },
      )
      return { ...(await reply.result), usedToday }
    } catch (error) {
      return { failure: failureOf(error), usedToday }
    }
  }

  async #fly<T extends Found | DetailedOffer>(
    flight: Flight,
    { client, cacheKey, cacheSeconds }: Job,
    { lane, calls, bytes, isComplete, ask }: Plan<T>,
    settings: UpstreamSettings,
    app: App,
  ): Promise<Completed<T>> {
    const ticket: Ticket = {
      client,
      lane,
      calls,
      bytes,
      get deadlineAtMs() {
        return flight.deadlineAtMs
      },
    }
    const tokens = this.#tokensOf(app, settings)
    const cost: Cost = { calls: 0, waitMs: 0, upstreamMs: 0 }
    const call = callsOf({
      signal: flight.signal,
      departures: this.#departuresAt(settings.maxQps),
      ticket,
      credentials: tokens,
      tell: (progress) => flight.tell(progress),
      ended: (waitMs, tookMs) => {
        cost.calls++
        cost.waitMs += waitMs
        cost.upstreamMs += tookMs
        this.#hours.count((hour) => {
          hour.calls++
          addTo(hour.waits, waitMs)
          addTo(hour.upstream, tookMs)
        })
      },
    })
    const upstream = { gatewayUrl: settings.gatewayUrl, call, imageIds: this.#storage.imageIds }
    const answer = await this.#aside.minding(tokens.ready().then(() => ask(upstream)))
    refuseRepeats(answer, await tokens.current())
    const completed = { answer, cost, cached: false }
    if (cacheSeconds > 0 && isComplete(answer)) {
      this.#recentAnswers.put(cacheKey, completed, Date.now(), cacheSeconds * 1000)
      this.ctx.waitUntil(storeAnswer(this.env.ANSWERS, cacheKey, answer, cacheSeconds, Date.now()))
    }
    return completed
  }

  /** Whether key, token and each API of this app key work, asked of the platform in the queue's quiet moments. */
  async examine(appKey: string): Promise<{ checks: Check[]; usedToday: number; aside: ErrorCode | null }> {
    const settings = requireSettings(this.env)
    const app = appOf(settings, appKey)
    const tokens = this.#tokensOf(app, settings)
    const checks = await examine(settings.gatewayUrl, tokens, (prepare, read) =>
      this.#callAlone(settings, tokens, 'detail', prepare, read),
    )
    // Whoever repaired a key and asks again should not have to wait.
    if (checks.every(({ status }) => status !== 'failed')) this.#aside.clear()
    return {
      checks,
      usedToday: this.#hours.callsToday(),
      aside: this.#aside.at(Date.now())?.code ?? null,
    }
  }

  hours(): Hour[] {
    return this.#hours.all()
  }

  async #callAlone<T>(
    settings: UpstreamSettings,
    credentials: Credentials,
    lane: Ticket['lane'],
    prepare: PrepareCall,
    read: (answer: Answer) => T,
  ): Promise<T> {
    using limit = abortAfter(ALONE_MS)
    const call = callsOf({
      signal: limit.signal,
      departures: this.#departuresAt(settings.maxQps),
      ticket: { client: 'operator', lane, calls: 1, bytes: 0, deadlineAtMs: Date.now() + ALONE_MS },
      credentials,
      tell: () => {},
    })
    return call(prepare, read)
  }

  #tokensOf(app: App, settings: UpstreamSettings): Tokens {
    this.#tokens ??= new Tokens(app, this.#storage.notes, async (refreshToken) => {
      const { appKey, appSecret } = app
      const bare: AppCredentials = { appKey, appSecret, accessToken: undefined }
      const none = { current: async () => bare, renew: async () => false }
      const prepare = async () => refreshCall(settings.gatewayUrl, app, refreshToken)
      return this.#callAlone(settings, none, 'search', prepare, (answer) =>
        readGrant(answer, refreshToken, Date.now()),
      )
    })
    return this.#tokens
  }

  #count({ cacheHits }: Job, failure: Failure | undefined, isShared: boolean): void {
    this.#hours.count((hour) => {
      hour.searches++
      hour.hits += cacheHits
      if (isShared) hour.shared++
      if (failure) hour.failures[failure.code] = (hour.failures[failure.code] ?? 0) + 1
    })
  }

  #departuresAt(maxQps: number): Departures {
    const { schedule } = this.#storage
    this.#departures ??= new Departures(pacedScheduler(maxQps, Date.now(), schedule.load()), schedule.save)
    return this.#departures
  }
}

/** The operator's own calls need not hurry. */
const ALONE_MS = 20_000

interface Plan<T> {
  lane: Ticket['lane']
  calls: number
  bytes: number
  isComplete(value: T): boolean
  ask(upstream: Upstream): Promise<T>
}

function appOf({ apps }: UpstreamSettings, appKey: string): App {
  const app = apps.find((one) => one.appKey === appKey)
  if (!app)
    throw new AppError('not_configured', 'This app key is no longer among the settings of the worker.')
  return app
}
