import type { ServiceAnswer } from './answer.ts'
import type { Catalogue } from './catalogue/index.ts'
import type { Form } from './signature.ts'

/** An app as the platform knows it. */
export interface GatewayApp {
  appKey: string
  appSecret: string
  /** What the AOP APIs ask for. */
  accessToken?: string
  /** What it gives a new access token for. */
  refreshToken?: string
  /** Parts of the names of the APIs that it may not use. */
  denied?: string[]
}

export interface GatewayOptions extends GatewayApp {
  /** 0 takes any free port. */
  port?: number
  /** Further apps, each with a call limit of its own. */
  others?: GatewayApp[]
  /** Calls that any sliding second may hold. */
  maxQps?: number
  /** How long the service behind takes for an answer. */
  latencyMs?: number
  /** A larger picture gets the image id "0". */
  maxUploadBytes?: number
  /** Milliseconds since 1970, by which calls are counted. */
  now?: () => number
}

/** One call on its way through the checks. */
export interface ServiceCall {
  form: Form
  options: { maxUploadBytes: number }
  /** The app of this key, where it is known. */
  appOf(appKey: string | undefined): GatewayApp | undefined
  catalogue: Catalogue
  /** The address pictures are served under. */
  pictures: string
  /** A platform fault that the service has to play itself. */
  fault: string | undefined
  /** What the platform says to a call of somebody known: throttled, a fault of its own, or nothing. */
  refusal(): ServiceAnswer | undefined
  /** Which of the catalogue's own pictures an address is. No address is ever fetched. */
  pictureAt(url: string): Promise<Uint8Array | undefined>
  imageIds: Map<string, { bytes: Uint8Array; until: number }>
}
