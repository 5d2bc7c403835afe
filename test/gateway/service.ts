import type { ServiceAnswer } from './answer.ts'
import type { Catalogue } from './catalogue/index.ts'
import type { Form } from './signature.ts'

export interface GatewayOptions {
  /** 0 takes any free port. */
  port?: number
  appKey: string
  appSecret: string
  /** What the AOP APIs ask for. */
  accessToken?: string
  /** Calls that any sliding second may hold. */
  maxQps?: number
  /** How long the service behind takes for an answer. */
  latencyMs?: number
  /** A larger picture gets the image id "0". */
  maxUploadBytes?: number
}

/** One call on its way through the checks. */
export interface ServiceCall {
  form: Form
  options: Required<GatewayOptions>
  catalogue: Catalogue
  /** The address pictures are served under. */
  pictures: string
  /** A platform fault that the service has to play itself. */
  fault: string | undefined
  /** What the platform says to a call of somebody known: throttled, a fault of its own, or nothing. */
  refusal(): ServiceAnswer | undefined
  imageIds: Map<string, { bytes: Uint8Array; until: number }>
}
