import type { App } from '../config.ts'
import type { AppCredentials, Credentials } from '../gateway/call.ts'
import { GatewayError } from '../gateway/errors.ts'
import { sha256Hex } from '../hash.ts'
import type { TokenPair } from './grant.ts'
import { seal, unseal } from './seal.ts'

/** A token is replaced this long before it expires. */
const RENEW_AHEAD_MS = 10 * 60_000
const NOTE = 'token'

interface Stored {
  /** Digest of the tokens that the operator had set. */
  of: string
  /** A `TokenPair`, in which `null` is a token that does not expire. */
  sealed: string
}

export interface TokenStore {
  load(name: string): unknown
  save(name: string, value: unknown): void
}

export interface Tokens extends Credentials {
  /**
   * To be awaited before a ticket queues: replaces a token that has expired, and starts to replace one that soon will.
   *
   * @throws AppError if no token can be had
   */
  ready(): Promise<void>
}

/**
 * The tokens of one app key. An access token alone is used as it is. With a refresh token, the access token is replaced
 * before it expires and once if it is refused, by one call for all who need it, and the new pair is stored sealed.
 *
 * @param refresh makes the call; throws AppError
 */
export function createTokens(
  app: App,
  store: TokenStore,
  refresh: (refreshToken: string) => Promise<TokenPair>,
  now: () => number = Date.now,
): Tokens {
  let pair: TokenPair | undefined
  let loaded: Promise<void> | undefined
  let renewal: Promise<void> | undefined
  let triedAtMs = -Infinity

  function expiresAtMs(): number {
    // How long a token set by hand lasts is unknown: it is used until it is refused.
    return pair?.expiresAtMs ?? (app.accessToken ? Infinity : 0)
  }

  function renewOnce(): Promise<void> {
    renewal ??= exchange().finally(() => {
      renewal = undefined
    })
    return renewal
  }

  async function exchange(): Promise<void> {
    triedAtMs = now()
    const refreshToken = pair?.refreshToken ?? app.refreshToken ?? ''
    try {
      pair = await refresh(refreshToken)
    } catch (error) {
      throw error instanceof GatewayError && error.isTokenRefusal ? notRenewed(error) : error
    }
    const sealed = await seal(JSON.stringify(pair), app.appSecret)
    store.save(NOTE, { of: await settingsDigest(), sealed } satisfies Stored)
  }

  /** Loads the stored pair, unless the operator has set other tokens since. */
  function load(): Promise<void> {
    loaded ??= (async () => {
      const stored = store.load(NOTE) as Stored | undefined
      if (stored?.of !== (await settingsDigest())) return
      const text = await unseal(stored.sealed, app.appSecret)
      if (text === undefined) return
      // What opens with this key was written by this worker.
      const opened: TokenPair = JSON.parse(text)
      pair ??= { ...opened, expiresAtMs: opened.expiresAtMs ?? Infinity }
    })()
    return loaded
  }

  function settingsDigest(): Promise<string> {
    return sha256Hex(JSON.stringify([app.refreshToken, app.accessToken ?? null]))
  }

  return {
    async ready(): Promise<void> {
      if (!app.refreshToken) return
      await load()
      const leftMs = expiresAtMs() - now()
      if (leftMs <= 0) await renewOnce()
      // A token that lasts less than that is not renewed at every call.
      else if (leftMs < RENEW_AHEAD_MS && now() - triedAtMs > RENEW_AHEAD_MS) renewOnce().catch(() => {})
    },

    async current(): Promise<AppCredentials> {
      const { appKey, appSecret, accessToken } = app
      return { appKey, appSecret, accessToken: pair?.accessToken ?? accessToken }
    },

    async renew(refused: string | undefined): Promise<boolean> {
      if (!app.refreshToken) return false
      const inUse = pair?.accessToken ?? app.accessToken
      if (inUse !== refused) return true
      await renewOnce()
      return true
    },
  }
}

function notRenewed({ isKeyRefusal }: GatewayError): GatewayError {
  return new GatewayError(
    'upstream_unauthorized',
    '1688 gave no new access token for REFRESH_TOKEN. Authorise the app again (npm run authorize) and set both.',
    { isKeyRefusal },
  )
}
