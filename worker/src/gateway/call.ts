import type { GatewayResponse } from './post.ts'
import type { Params } from './signing.ts'

/** What a call is signed with. */
export interface AppCredentials {
  appKey: string
  appSecret: string
  accessToken: string | undefined
}

export interface Credentials {
  current(): Promise<AppCredentials>
  /** Whether another attempt may work: the token that was refused has a successor. */
  renew(refused: string | undefined): Promise<boolean>
}

/** Builds one call when its turn has come, so that its timestamp is fresh. */
export type PrepareCall = (nowMs: number, app: AppCredentials) => Promise<{ url: string; params: Params }>

/**
 * Sends a call in a slot of its own, and again in another slot where that may help.
 *
 * @param read parses the response; throws GatewayError
 */
export type SendCall = <T>(prepare: PrepareCall, read: (response: GatewayResponse) => T) => Promise<T>
