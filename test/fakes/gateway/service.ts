import type { ServiceAnswer } from './answer.ts'
import type { Catalogue } from './catalogue/index.ts'
import type { Form } from './signature.ts'

/** An app as the platform knows it. */
export interface GatewayApp {
  appKey: string
  appSecret: string
  /** Required by the AOP APIs. */
  accessToken?: string
  /** Exchanged for a new access token. */
  refreshToken?: string
  /** Parts of the names of APIs it may not use. */
  denied?: string[]
}

export interface GatewayOptions extends GatewayApp {
  /** 0 takes any free port. */
  port?: number
  /** Further apps, each with a call limit of its own. */
  others?: GatewayApp[]
  /** The most calls in any sliding second. */
  maxQps?: number
  /** How long the service takes to answer. */
  latencyMs?: number
  /** A larger picture gets the image id "0". */
  maxUploadBytes?: number
  /** The clock that calls are counted by, in milliseconds since 1970. */
  now?: () => number
}

/** A call on its way through the checks. */
export interface ServiceCall {
  form: Form
  options: { maxUploadBytes: number }
  /** The app with this key, if known. */
  appOf(appKey: string | undefined): GatewayApp | undefined
  catalogue: Catalogue
  /** The base URL of pictures. */
  pictures: string
  /** A platform fault that the service has to play itself. */
  fault: string | undefined
  /** How the platform refuses a call of a known app: throttled, a fault, or not at all. */
  refusal(): ServiceAnswer | undefined
  /** The picture of the catalogue at a URL. No URL is ever fetched. */
  pictureAt(url: string): Promise<Uint8Array | undefined>
  imageIds: Map<string, { bytes: Uint8Array; until: number }>
}
