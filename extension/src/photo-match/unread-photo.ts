/** Why a picture has no pixels: its host did not give it to us, or what it gave is no picture that can be decoded. */
export type WhyUnread = 'unreachable' | 'unreadable'

export class UnreadPhoto extends Error {
  readonly why: WhyUnread

  constructor(why: WhyUnread, cause?: unknown) {
    super(`The picture is ${why}`, { cause })
    this.why = why
  }
}
