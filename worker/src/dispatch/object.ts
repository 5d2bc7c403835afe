import { DurableObject } from 'cloudflare:workers'
import { AppError, type DetailedOffer, type SearchQuery } from '@find-on-1688/shared'
import { keepAnswer } from '../answers/store.ts'
import type { Bindings } from '../bindings.ts'
import { OFFER, SEARCH } from '../providers/index.ts'
import type { Found, Subject, Upstream } from '../providers/provider.ts'
import { type App, requireSettings, type UpstreamSettings } from '../settings.ts'
import { callsOf } from './attempts.ts'
import { Departures } from './departures.ts'
import { type Flight, Flights } from './flights.ts'
import { type Failure, failureOf, type Reply, ReplyStream, type Spent } from './reply.ts'
import { pacedScheduler, type Ticket } from './scheduler.ts'
import { Settled } from './settled.ts'
import { openStorage, type Storage } from './storage.ts'
import { staticCredentials } from './tokens.ts'

interface Job {
  appKey: string
  /** Whether there is no other app key. */
  isAlone: boolean
  /** Searches that the cache answered since the last one was asked for. */
  hits: number
  /** Whose turn in the queue it takes. */
  client: string
  /** The name of the answer: who asks for the same at the same time shares one. */
  answer: string
  /** How long the answer may be kept; 0 keeps it not at all. */
  keepSeconds: number
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

/** An answer, and what it cost. */
export interface Landed<T> {
  value: T
  spent: Spent
}

/** One object an app key: it alone sends that key's calls, and so keeps the platform's call limit. */
export class Dispatcher extends DurableObject<Bindings> {
  readonly #storage: Storage
  readonly #searches = new Flights<Landed<Found>>()
  readonly #offers = new Flights<Landed<DetailedOffer>>()
  readonly #settled = new Settled<Landed<Found | DetailedOffer>>()
  #departures: Departures | undefined

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env)
    this.#storage = openStorage(ctx.storage.sql)
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
    flights: Flights<Landed<T>>,
    plan: (settings: UpstreamSettings) => Plan<T>,
  ): Promise<Reply> {
    try {
      const settings = requireSettings(this.env)
      const app = appOf(settings, job.appKey)
      const planned = plan(settings)
      const known = job.keepSeconds > 0 ? this.#settled.get(job.answer, Date.now()) : undefined
      const reply = new ReplyStream<T>()
      if (known) {
        reply.end({ value: known as Landed<T> }, true)
        return reply.result
      }
      reply.onLeave = flights.join(
        job.answer,
        {
          deadlineAtMs: Date.now() + job.budgetMs,
          tell: (progress) => reply.tell(progress),
          end: (outcome) => reply.end(outcome, false),
        },
        (flight) => this.#fly(flight, job, planned, settings, app),
      )
      return await reply.result
    } catch (error) {
      return { failure: failureOf(error) }
    }
  }

  async #fly<T extends Found | DetailedOffer>(
    flight: Flight,
    { client, answer, keepSeconds }: Job,
    { lane, calls, bytes, isComplete, ask }: Plan<T>,
    settings: UpstreamSettings,
    app: App,
  ): Promise<Landed<T>> {
    const ticket: Ticket = {
      client,
      lane,
      calls,
      bytes,
      get deadlineAtMs() {
        return flight.deadlineAtMs
      },
    }
    const spent: Spent = { calls: 0, waitMs: 0, upstreamMs: 0 }
    const call = callsOf({
      signal: flight.signal,
      departures: this.#departuresAt(settings.maxQps),
      ticket,
      credentials: staticCredentials(app),
      tell: (progress) => flight.tell(progress),
      ended: (waitMs, tookMs) => {
        spent.calls++
        spent.waitMs += waitMs
        spent.upstreamMs += tookMs
      },
    })
    const upstream = { gatewayUrl: settings.gatewayUrl, call, imageIds: this.#storage.imageIds }
    const landed = { value: await ask(upstream), spent }
    if (keepSeconds > 0 && isComplete(landed.value)) {
      this.#settled.put(answer, landed, Date.now(), keepSeconds * 1000)
      this.ctx.waitUntil(keepAnswer(this.env.ANSWERS, answer, landed.value, keepSeconds, Date.now()))
    }
    return landed
  }

  #departuresAt(maxQps: number): Departures {
    const { schedule } = this.#storage
    this.#departures ??= new Departures(pacedScheduler(maxQps, Date.now(), schedule.load()), schedule.save)
    return this.#departures
  }
}

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

export type { Failure }
