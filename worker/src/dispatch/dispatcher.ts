import { DurableObject } from 'cloudflare:workers'
import { AppError, type Check, type DetailedOffer, type ErrorCode } from '@find-on-1688/shared'
import { abortAfter } from '../abort-after.ts'
import { storeAnswer } from '../cache/answers.ts'
import { type ClientUsage, countSearch } from '../clients/usage.ts'
import { type App, requireSettings, type UpstreamSettings } from '../config.ts'
import type { EnvVars } from '../env-vars.ts'
import type { AppCredentials, Credentials, PrepareCall } from '../gateway/call.ts'
import { GatewayError } from '../gateway/errors.ts'
import type { Api } from '../gateway/key-refusal.ts'
import type { GatewayResponse } from '../gateway/post.ts'
import { refuseSecretLeak } from '../gateway/secret-leak.ts'
import { addToHistogram, createHours, type Hour, type Hours } from '../metrics/hours.ts'
import { OFFER_PROVIDERS, SEARCH_PROVIDERS } from '../providers/index.ts'
import type { ProviderAnswer, Upstream } from '../providers/provider.ts'
import { createRecent } from '../recent.ts'
import { readGrant, refreshCall } from '../tokens/grant.ts'
import { createTokens, type Tokens } from '../tokens/tokens.ts'
import { diagnose } from './diagnose.ts'
import type { Job, OfferJob, SearchJob } from './job.ts'
import { createKeySuspension, type KeySuspension } from './key-suspension.ts'
import type { OnProgress } from './progress.ts'
import { type Completed, type Cost, type Ending, type Failure, failureOf, type Reply } from './reply.ts'
import { retryingCalls } from './retries.ts'
import { pacedScheduler } from './scheduler.ts'
import { createSender, type Sender } from './sender.ts'
import { createSingleFlight, type Flight, type Outcome, type SingleFlight } from './single-flight.ts'
import { openStorage, type Storage } from './storage.ts'
import type { Ticket } from './ticket.ts'

type Env = EnvVars & { USAGE: DurableObjectNamespace<ClientUsage> }

/** One object per app key: it alone sends that key's calls, and so keeps within the platform's call limit. */
export class Dispatcher extends DurableObject<Env> {
  readonly #storage: Storage
  readonly #searches = createSingleFlight<Completed<ProviderAnswer>>()
  readonly #offers = createSingleFlight<Completed<DetailedOffer>>()
  readonly #recentAnswers = createRecent<Completed<ProviderAnswer | DetailedOffer>>(MAX_RECENT)
  /** How each request under way leaves its search. */
  readonly #callers = new Map<string, () => void>()
  readonly #refusals = createRecent<Failure>(MAX_RECENT)
  readonly #hours: Hours
  readonly #suspension: KeySuspension
  #sender: Sender | undefined
  #tokens: Tokens | undefined

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#storage = openStorage(ctx.storage)
    this.#hours = createHours(ctx.storage.sql)
    this.#suspension = createKeySuspension(this.#storage.notes)
  }

  search(job: SearchJob, onProgress?: OnProgress): Promise<Reply<ProviderAnswer>> {
    const { source, query } = job
    return this.#reply(job, onProgress, this.#searches, ({ provider }) => ({
      // Another page or order of a refused picture is refused as well; another region may not be.
      subject: JSON.stringify([source.sha256, query.region]),
      api: 'search',
      calls: SEARCH_PROVIDERS[provider].callsFor(source, this.#storage.imageIds),
      bytes: 'bytes' in source ? source.bytes.length : 0,
      isComplete: ({ isComplete }: ProviderAnswer) => isComplete,
      run: (upstream) => SEARCH_PROVIDERS[provider].search(source, query, upstream),
    }))
  }

  offer(job: OfferJob, onProgress?: OnProgress): Promise<Reply<DetailedOffer>> {
    return this.#reply(job, onProgress, this.#offers, (settings) => ({
      subject: job.offerId,
      api: 'detail',
      calls: 1,
      bytes: 0,
      isComplete: () => true,
      run: async (upstream) => {
        const provider = OFFER_PROVIDERS[settings.provider]
        if (!provider) throw new AppError('not_supported', 'This provider has no offer details.')
        const offer = await provider.read(job.offerId, job.language, upstream)
        return { ...offer, fetchedAt: new Date().toISOString() }
      },
    }))
  }

  /** Ends a search whose client is gone. A signal as an argument would do, but Cloudflare does not deploy it yet. */
  leave(requestId: string): void {
    this.#callers.get(requestId)?.()
  }

  async #reply<T extends ProviderAnswer | DetailedOffer>(
    job: Job,
    onProgress: OnProgress | undefined,
    singleFlight: SingleFlight<Completed<T>>,
    plan: (settings: UpstreamSettings) => Plan<T>,
  ): Promise<Reply<T>> {
    let counted: Promise<void> | undefined
    const reply = async (ending: Ending<T>) => {
      await counted
      return { ...ending, paid: counted !== undefined, usedToday: this.#hours.callsToday() }
    }
    try {
      const settings = requireSettings(this.env)
      const app = appOf(settings, job.appKey)
      const planned = plan(settings)
      const known = this.#known(job, planned)
      if (known) return reply(known as Ending<T>)
      if (job.refusal && !singleFlight.wasSent(job.cacheKey)) return reply({ failure: job.refusal })
      const { promise: outcome, resolve: end } = Promise.withResolvers<Outcome<Completed<T>>>()
      let startedIt = false
      let hasLeft = false
      const leave = singleFlight.join(
        job.cacheKey,
        {
          deadlineAtMs: Date.now() + job.budgetMs,
          onProgress: (progress) => void onProgress?.(progress).catch(() => {}),
          onJoin: (flight) => job.priority !== 'batch' && flight.promote?.(job.client),
          pay: () => {
            // A count that cannot be written must not fail a search that is paid for.
            counted = job.isPaid ? Promise.resolve() : countSearch(this.env.USAGE, job.client).catch(() => {})
          },
          // What a batch search has paid for is there when its client, which may have crashed, asks again.
          mayLeave: (wasSent) => !job.ownKey || !(wasSent || job.isPaid),
          end: (outcome) => {
            this.#count(job, 'error' in outcome ? failureOf(outcome.error) : undefined, !startedIt)
            end(outcome)
          },
        },
        (flight) => {
          startedIt = true
          return this.#run(flight, job, planned, settings, app, () => hasLeft)
        },
      )
      this.#callers.set(job.requestId, () => {
        hasLeft = true
        if (leave()) end({ error: new AppError('internal', 'The client disconnected.') })
      })
      const ended = await outcome.finally(() => this.#callers.delete(job.requestId))
      return reply('value' in ended ? { completed: ended.value } : { failure: failureOf(ended.error) })
    } catch (error) {
      return reply({ failure: failureOf(error) })
    }
  }

  /** What can be said without a call: a refusal of the key or of the picture, or a recent answer. */
  #known(
    job: Job,
    { subject, api }: Pick<Plan<never>, 'subject' | 'api'>,
  ): Ending<ProviderAnswer | DetailedOffer> | undefined {
    const nowMs = Date.now()
    const refused =
      (job.isAlone ? undefined : this.#suspension.current(api, nowMs)) ?? this.#refusals.get(subject, nowMs)
    if (refused) return { failure: refused }
    const recent = job.cacheSeconds > 0 ? this.#recentAnswers.get(job.cacheKey, nowMs) : undefined
    const answered = recent ?? this.#recentAnswers.get(job.ownKey ?? '', nowMs)
    if (!answered) return undefined
    this.#count(job, undefined, true)
    return { completed: { ...answered, cached: true } }
  }

  async #run<T extends ProviderAnswer | DetailedOffer>(
    flight: Flight,
    { client, cacheKey, cacheSeconds, priority, ownKey }: Job,
    { subject, api, calls, bytes, isComplete, run }: Plan<T>,
    settings: UpstreamSettings,
    app: App,
    hasLeft: () => boolean,
  ): Promise<Completed<T>> {
    const ticket: Ticket = {
      client,
      lane: priority === 'batch' ? 'batch' : api,
      calls,
      bytes,
      get deadlineAtMs() {
        return flight.deadlineAtMs
      },
    }
    const sender = this.#senderAt(settings.maxQps)
    flight.promote = (joining) => sender.promote(ticket, joining, api)
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
    const work = tokens.ready().then(() => run(upstream))
    const answer = await this.#suspension.track(api, work).catch((error: unknown) => {
      if (error instanceof GatewayError && error.isFinal)
        this.#refusals.put(subject, failureOf(error), Date.now() + RECENT_MS)
      throw error
    })
    refuseSecretLeak(answer, await tokens.current())
    const completed = { answer, cost, cached: false }
    const nowMs = Date.now()
    const seconds = isComplete(answer) ? cacheSeconds : 0
    const leftKey = hasLeft() ? ownKey : undefined
    if (seconds > 0) this.#recentAnswers.put(cacheKey, completed, nowMs + Math.min(RECENT_MS, seconds * 1000))
    // Whether the client of a list got it is not known: it may have crashed since. An offer is asked for to know how it is now.
    else if (ownKey && (api === 'search' || leftKey))
      this.#recentAnswers.put(ownKey, completed, nowMs + RECENT_MS)
    if (cacheSeconds > 0 && (seconds > 0 || leftKey))
      this.ctx.waitUntil(storeAnswer(this.env.ANSWERS, cacheKey, answer, seconds, nowMs, leftKey))
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
    const nowMs = Date.now()
    const suspended = this.#suspension.current('search', nowMs) ?? this.#suspension.current('detail', nowMs)
    return {
      checks,
      usedToday: this.#hours.callsToday(),
      suspendedFor: suspended?.code ?? null,
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
    this.#tokens ??= createTokens(app, this.#storage.notes, async (refreshToken) => {
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
    this.#sender ??= createSender(pacedScheduler(maxQps, Date.now(), schedule.load()), schedule)
    return this.#sender
  }
}

/** The operator's own calls are in no hurry. */
const OPERATOR_BUDGET_MS = 20_000

/**
 * How many answers and refusals are given again, and for how long: the minute that KV takes to spread an answer to
 * locations that missed it. At three searches a second, those of the half minute for which a location remembers a miss.
 */
const MAX_RECENT = 100
const RECENT_MS = 60_000

interface Plan<T> {
  /** What a refusal that would only be repeated is remembered for. */
  subject: string
  /** Also the lane of what people wait for. */
  api: Api
  calls: number
  bytes: number
  isComplete(value: T): boolean
  run(upstream: Upstream): Promise<T>
}

function appOf({ apps }: UpstreamSettings, appKey: string): App {
  const app = apps.find((one) => one.appKey === appKey)
  if (!app) throw new AppError('not_configured', 'This app key is no longer in the settings of the worker.')
  return app
}
