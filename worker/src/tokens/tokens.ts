import * as v from 'valibot'
import type { App } from '../config.ts'
import type { AppCredentials, Credentials } from '../gateway/call.ts'
import { GatewayError } from '../gateway/errors.ts'
import { sha256Hex } from '../hash.ts'
import { outputOf } from '../schema.ts'
import type { TokenPair } from './grant.ts'
import { seal, unseal } from './seal.ts'

/** A token is replaced this long before it expires. */
const RENEW_AHEAD_MS = 10 * 60_000
const NOTE = 'token'

const StoredSchema = v.object({ of: v.string(), sealed: v.string() })
const PairSchema = v.object({
  accessToken: v.string(),
  refreshToken: v.string(),
  expiresAtMs: v.pipe(
    v.nullable(v.number()),
    v.transform((ms) => ms ?? Number.POSITIVE_INFINITY),
  ),
})

export interface TokenStore {
  load(name: string): unknown
  save(name: string, value: unknown): void
}

/**
 * The tokens of one app key. An access token alone is used as it is. With a refresh token, the access token is replaced
 * before it expires and once if it is refused, by one call for all who need it, and the new pair is stored sealed.
 */
export class Tokens implements Credentials {
  readonly #app: App
  readonly #store: TokenStore
  readonly #refresh: (refreshToken: string) => Promise<TokenPair>
  readonly #now: () => number
  #pair: TokenPair | undefined
  #loaded: Promise<void> | undefined
  #renewal: Promise<void> | undefined
  #triedAtMs = Number.NEGATIVE_INFINITY

  /** @param refresh makes the call; throws AppError */
  constructor(
    app: App,
    store: TokenStore,
    refresh: (refreshToken: string) => Promise<TokenPair>,
    now: () => number = Date.now,
  ) {
    this.#app = app
    this.#store = store
    this.#refresh = refresh
    this.#now = now
  }

  /**
   * To be awaited before a ticket queues: replaces a token that has expired, and starts to replace one that soon will.
   *
   * @throws AppError if no token can be had
   */
  async ready(): Promise<void> {
    if (!this.#app.refreshToken) return
    await this.#load()
    const leftMs = this.#expiresAtMs() - this.#now()
    if (leftMs <= 0) await this.#renewOnce()
    // A token that lasts less than that is not renewed at every call.
    else if (leftMs < RENEW_AHEAD_MS && this.#now() - this.#triedAtMs > RENEW_AHEAD_MS)
      this.#renewOnce().catch(() => {})
  }

  async current(): Promise<AppCredentials> {
    const { appKey, appSecret, accessToken } = this.#app
    return { appKey, appSecret, accessToken: this.#pair?.accessToken ?? accessToken }
  }

  async renew(refused: string | undefined): Promise<boolean> {
    if (!this.#app.refreshToken) return false
    const inUse = this.#pair?.accessToken ?? this.#app.accessToken
    if (inUse !== refused) return true
    await this.#renewOnce()
    return true
  }

  #expiresAtMs(): number {
    // How long a token set by hand lasts is unknown: it is used until it is refused.
    return this.#pair?.expiresAtMs ?? (this.#app.accessToken ? Number.POSITIVE_INFINITY : 0)
  }

  #renewOnce(): Promise<void> {
    this.#renewal ??= this.#exchange().finally(() => {
      this.#renewal = undefined
    })
    return this.#renewal
  }

  async #exchange(): Promise<void> {
    this.#triedAtMs = this.#now()
    const refreshToken = this.#pair?.refreshToken ?? this.#app.refreshToken ?? ''
    try {
      this.#pair = await this.#refresh(refreshToken)
    } catch (error) {
      throw error instanceof GatewayError && error.isTokenRefusal ? notRenewed(error) : error
    }
    const { expiresAtMs, ...rest } = this.#pair
    const pair = JSON.stringify({ ...rest, expiresAtMs: Number.isFinite(expiresAtMs) ? expiresAtMs : null })
    this.#store.save(NOTE, {
      of: await this.#settingsDigest(),
      sealed: await seal(pair, this.#app.appSecret),
    })
  }

  /** Loads the stored pair, unless the operator has set other tokens since. */
  #load(): Promise<void> {
    this.#loaded ??= (async () => {
      const stored = outputOf(StoredSchema, this.#store.load(NOTE))
      if (stored?.of !== (await this.#settingsDigest())) return
      const text = await unseal(stored.sealed, this.#app.appSecret)
      this.#pair ??= outputOf(PairSchema, text && JSON.parse(text))
    })()
    return this.#loaded
  }

  #settingsDigest(): Promise<string> {
    return sha256Hex(JSON.stringify([this.#app.refreshToken, this.#app.accessToken ?? null]))
  }
}

function notRenewed({ isKeyRefusal }: GatewayError): GatewayError {
  return new GatewayError(
    'upstream_unauthorized',
    '1688 gives no new access token for REFRESH_TOKEN. Authorise the app again (npm run authorize) and set both anew.',
    { isKeyRefusal },
  )
}
