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
    const { source, query, priority } = job
    return this.#reply(job, onProgress, this.#searches, ({ provider }) => ({
      // Another page or order of a refused picture is refused as well; another region may not be.
      subject: JSON.stringify([source.sha256, query.region]),
      lane: priority === 'batch' ? 'batch' : 'search',
      calls: SEARCH_PROVIDERS[provider].callsFor(source, this.#storage.imageIds),
      bytes: 'bytes' in source ? source.bytes.length : 0,
      isComplete: ({ isComplete }: ProviderAnswer) => isComplete,
      run: (upstream) => SEARCH_PROVIDERS[provider].search(source, query, upstream),
    }))
  }

  offer(job: OfferJob, onProgress?: OnProgress): Promise<Reply<DetailedOffer>> {
    return this.#reply(job, onProgress, this.#offers, (settings) => ({
      subject: job.offerId,
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
      const { promise: outcome, resolve: end } = Promise.withResolvers<Outcome<Completed<T>>>()
      let startedIt = false
      const leave = singleFlight.join(
        job.cacheKey,
        {
          deadlineAtMs: Date.now() + job.budgetMs,
          onProgress: (progress) => void onProgress?.(progress).catch(() => {}),
          onJoin: (flight) => planned.lane === 'search' && flight.promote?.(job.client),
          pay: () => {
            // A count that cannot be written must not fail a search that is paid for.
            counted = job.isPaid ? Promise.resolve() : countSearch(this.env.USAGE, job.client).catch(() => {})
          },
          end: (outcome) => {
            this.#count(job, 'error' in outcome ? failureOf(outcome.error) : undefined, !startedIt)
            end(outcome)
          },
        },
        (flight) => {
          startedIt = true
          return this.#run(flight, job, planned, settings, app)
        },
      )
      this.#callers.set(job.requestId, () => {
        leave()
        end({ error: new AppError('internal', 'Whoever asked is gone.') })
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
    { subject, lane }: Pick<Plan<never>, 'subject' | 'lane'>,
  ): Ending<ProviderAnswer | DetailedOffer> | undefined {
    const nowMs = Date.now()
    const refused =
      (job.isAlone ? undefined : this.#suspension.current(apiOf(lane), nowMs)) ??
      this.#refusals.get(subject, nowMs)
    if (refused) return { failure: refused }
    const answered = job.cacheSeconds > 0 ? this.#recentAnswers.get(job.cacheKey, nowMs) : undefined
    if (!answered) return undefined
    this.#count(job, undefined, true)
    return { completed: { ...answered, cached: true } }
  }

  async #run<T extends ProviderAnswer | DetailedOffer>(
    flight: Flight,
    { client, cacheKey, cacheSeconds }: Job,
    { subject, lane, calls, bytes, isComplete, run }: Plan<T>,
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
    const work = tokens.ready().then(() => run(upstream))
    const answer = await this.#suspension.track(apiOf(lane), work).catch((error: unknown) => {
      if (error instanceof GatewayError && error.isFinal)
        this.#refusals.put(subject, failureOf(error), Date.now() + RECENT_MS)
      throw error
    })
    refuseSecretLeak(answer, await tokens.current())
    const completed = { answer, cost, cached: false }
    if (cacheSeconds > 0 && isComplete(answer)) {
      this.#recentAnswers.put(cacheKey, completed, Date.now() + Math.min(RECENT_MS, cacheSeconds * 1000))
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
 * locations that missed it.
 */
const MAX_RECENT = 64
const RECENT_MS = 60_000

interface Plan<T> {
  /** What a refusal that would only be repeated is remembered for. */
  subject: string
  lane: Ticket['lane']
  calls: number
  bytes: number
  isComplete(value: T): boolean
  run(upstream: Upstream): Promise<T>
}

function apiOf(lane: Ticket['lane']): Api {
  return lane === 'detail' ? 'detail' : 'search'
}

function appOf({ apps }: UpstreamSettings, appKey: string): App {
  const app = apps.find((one) => one.appKey === appKey)
  if (!app)
    throw new AppError('not_configured', 'This app key is no longer among the settings of the worker.')
  return app
}
