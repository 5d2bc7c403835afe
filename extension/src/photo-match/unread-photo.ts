/** Why a picture has no pixels: its host did not give it to us, or what it gave is no picture that can be decoded. */
export type UnreadReason = 'unreachable' | 'unreadable'

export class UnreadPhotoError extends Error {
  readonly why: UnreadReason

  constructor(why: UnreadReason, cause?: unknown) {
    super(`The picture is ${why}`, { cause })
    this.why = why
  }
}
