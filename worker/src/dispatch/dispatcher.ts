import { DurableObject } from 'cloudflare:workers'
import { AppError, type Check, type DetailedOffer, type ErrorCode } from '@find-on-1688/shared'
import { abortAfter } from '../abort-after.ts'
import { storeAnswer } from '../cache/answers.ts'
import { type App, requireSettings, type UpstreamSettings } from '../config.ts'
import type { EnvVars } from '../env-vars.ts'
import type { AppCredentials, Credentials, PrepareCall } from '../gateway/call.ts'
import type { GatewayResponse } from '../gateway/post.ts'
import { refuseSecretLeak } from '../gateway/secret-leak.ts'
import { addToHistogram, type Hour, Hours } from '../metrics/hours.ts'
import { OFFER_PROVIDERS, SEARCH_PROVIDERS } from '../providers/index.ts'
import type { ProviderAnswer, Upstream } from '../providers/provider.ts'
import { readGrant, refreshCall } from '../tokens/grant.ts'
import { Tokens } from '../tokens/tokens.ts'
import { diagnose } from './diagnose.ts'
import type { Job, OfferJob, SearchJob } from './job.ts'
import { KeySuspension } from './key-suspension.ts'
import { RecentAnswers } from './recent-answers.ts'
import {
  type Completed,
  type Cost,
  type Failure,
  failureOf,
  type Reply,
  ReplyStream,
} from './reply-stream.ts'
import { retryingCalls } from './retries.ts'
import { pacedScheduler } from './scheduler.ts'
import { Sender } from './sender.ts'
import { type Flight, SingleFlight } from './single-flight.ts'
import { openStorage, type Storage } from './storage.ts'
import type { Ticket } from './ticket.ts'

/** One object per app key: it alone sends that key's calls, and so keeps within the platform's call limit. */
export class Dispatcher extends DurableObject<EnvVars> {
  readonly #storage: Storage
  readonly #searches = new SingleFlight<Completed<ProviderAnswer>>()
  readonly #offers = new SingleFlight<Completed<DetailedOffer>>()
  readonly #recentAnswers = new RecentAnswers<Completed<ProviderAnswer | DetailedOffer>>()
  readonly #hours: Hours
  readonly #suspension: KeySuspension
  #sender: Sender | undefined
  #tokens: Tokens | undefined

  constructor(ctx: DurableObjectState, env: EnvVars) {
    super(ctx, env)
    this.#storage = openStorage(ctx.storage.sql)
    this.#hours = new Hours(ctx.storage.sql)
    this.#suspension = new KeySuspension(this.#storage.notes)
  }

  search(job: SearchJob): Promise<Reply> {
    return this.#reply(job, this.#searches, (settings) => ({
      lane: job.priority === 'batch' ? 'batch' : 'search',
      calls: SEARCH_PROVIDERS[settings.provider].callsFor(job.source, this.#storage.imageIds),
      bytes: 'bytes' in job.source ? job.source.bytes.length : 0,
      isComplete: ({ isComplete }: ProviderAnswer) => isComplete,
      run: (upstream) => SEARCH_PROVIDERS[settings.provider].search(job.source, job.query, upstream),
    }))
  }

  offer(job: OfferJob): Promise<Reply> {
    return this.#reply(job, this.#offers, (settings) => ({
      lane: 'detail',
      calls: 1,
      bytes: 0,
      isComplete: () => true,
      run: async (upstream) => {
        const provider = OFFER_PROVIDERS[settings.provider]
        if (!provider) throw new AppError('not_supported', 'This provider tells nothing more about an offer.')
        const offer = await provider.read(job.offerId, job.language, upstream)
        return { ...offer, fetchedAt: new Date().toISOString() }
      },
    }))
  }

  async #reply<T extends ProviderAnswer | DetailedOffer>(
    job: Job,
    singleFlight: SingleFlight<Completed<T>>,
    plan: (settings: UpstreamSettings) => Plan<T>,
  ): Promise<Reply> {
    const usedToday = this.#hours.callsToday()
    try {
      const settings = requireSettings(this.env)
      const app = appOf(settings, job.appKey)
      const suspension = job.isAlone ? undefined : this.#suspension.current(Date.now())
      if (suspension) return { failure: { ...suspension, retryAfterMs: undefined }, usedToday }
      const planned = plan(settings)
      const reply = new ReplyStream<T>()
      const known = job.cacheSeconds > 0 ? this.#recentAnswers.get(job.cacheKey, Date.now()) : undefined
      if (known) {
        this.#count(job, undefined, true)
        reply.end({ value: { ...(known as Completed<T>), cached: true } })
        return { ...(await reply.result), usedToday }
      }
      let startedIt = false
      reply.onDisconnect = singleFlight.join(
        job.cacheKey,
        {
          deadlineAtMs: Date.now() + job.budgetMs,
          onProgress: (progress) => reply.onProgress(progress),
          onJoin: (flight) => planned.lane === 'search' && flight.promote?.(job.client),
          end: (outcome) => {
            this.#count(job, 'error' in outcome ? failureOf(outcome.error) : undefined, !startedIt)
            reply.end(outcome)
          },
        },
        (flight) => {
          startedIt = true
          return this.#run(flight, job, planned, settings, app)
        },
      )
      return { ...(await reply.result), usedToday }
    } catch (error) {
      return { failure: failureOf(error), usedToday }
    }
  }

  async #run<T extends ProviderAnswer | DetailedOffer>(
    flight: Flight,
    { client, cacheKey, cacheSeconds }: Job,
    { lane, calls, bytes, isComplete, run }: Plan<T>,
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
    const sender = this.#senderAt(settings.maxQps)
    flight.promote = (joining) => sender.promote(ticket, joining)
    const tokens = this.#tokensOf(app, settings)
    const cost: Cost = { calls: 0, waitMs: 0, upstreamMs: 0 }
    const call = retryingCalls({
      signal: flight.signal,
      sender,
      ticket,
      credentials: tokens,
      onProgress: (progress) => flight.report(progress),
      onCallEnd: (waitMs, tookMs) => {
        cost.calls++
        cost.waitMs += waitMs
        cost.upstreamMs += tookMs
        this.#hours.count((hour) => {
          hour.calls++
          addToHistogram(hour.waits, waitMs)
          addToHistogram(hour.upstream, tookMs)
        })
      },
    })
    const upstream = { gatewayUrl: settings.gatewayUrl, call, imageIds: this.#storage.imageIds }
    const answer = await this.#suspension.track(tokens.ready().then(() => run(upstream)))
    refuseSecretLeak(answer, await tokens.current())
    const completed = { answer, cost, cached: false }
    if (cacheSeconds > 0 && isComplete(answer)) {
      this.#recentAnswers.put(cacheKey, completed, Date.now(), cacheSeconds * 1000)
      this.ctx.waitUntil(storeAnswer(this.env.ANSWERS, cacheKey, answer, cacheSeconds, Date.now()))
    }
    return completed
  }

  /** Checks key, token and each API against the platform, after all searches that wait. */
  async diagnose(
    appKey: string,
  ): Promise<{ checks: Check[]; usedToday: number; suspendedFor: ErrorCode | null }> {
    const settings = requireSettings(this.env)
    const app = appOf(settings, appKey)
    const tokens = this.#tokensOf(app, settings)
    const checks = await diagnose(settings.gatewayUrl, tokens, (prepare, read) =>
      this.#callAsOperator(settings, tokens, 'detail', prepare, read),
    )
    // An operator who has repaired a key should not have to wait.
    if (checks.every(({ status }) => status !== 'failed')) this.#suspension.clear()
    return {
      checks,
      usedToday: this.#hours.callsToday(),
      suspendedFor: this.#suspension.current(Date.now())?.code ?? null,
    }
  }

  hours(): Hour[] {
    return this.#hours.all()
  }

  async #callAsOperator<T>(
    settings: UpstreamSettings,
    credentials: Credentials,
    lane: Ticket['lane'],
    prepare: PrepareCall,
    read: (response: GatewayResponse) => T,
  ): Promise<T> {
    using limit = abortAfter(OPERATOR_BUDGET_MS)
    const call = retryingCalls({
      signal: limit.signal,
      sender: this.#senderAt(settings.maxQps),
      ticket: { client: 'operator', lane, calls: 1, bytes: 0, deadlineAtMs: Date.now() + OPERATOR_BUDGET_MS },
      credentials,
      onProgress: () => {},
    })
    return call(prepare, read)
  }

  #tokensOf(app: App, settings: UpstreamSettings): Tokens {
    this.#tokens ??= new Tokens(app, this.#storage.notes, async (refreshToken) => {
      const { appKey, appSecret } = app
      const withoutToken: AppCredentials = { appKey, appSecret, accessToken: undefined }
      const none = { current: async () => withoutToken, renew: async () => false }
      const prepare = async () => refreshCall(settings.gatewayUrl, app, refreshToken)
      return this.#callAsOperator(settings, none, 'search', prepare, (response) =>
        readGrant(response, refreshToken, Date.now()),
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

  #senderAt(maxQps: number): Sender {
    const { schedule } = this.#storage
    this.#sender ??= new Sender(pacedScheduler(maxQps, Date.now(), schedule.load()), schedule.save)
    return this.#sender
  }
}

/** The operator's own calls are in no hurry. */
const OPERATOR_BUDGET_MS = 20_000

interface Plan<T> {
  lane: Ticket['lane']
  calls: number
  bytes: number
  isComplete(value: T): boolean
  run(upstream: Upstream): Promise<T>
}

function appOf({ apps }: UpstreamSettings, appKey: string): App {
  const app = apps.find((one) => one.appKey === appKey)
  if (!app)
    throw new AppError('not_configured', 'This app key is no longer among the settings of the worker.')
  return app
}
