import type { Size, VisibleBox } from './box.ts'
import type { PictureKind } from './page-script.ts'

/** Where the picture came from. Stays in the browser. */
export interface Source {
  /** Where its bytes may be, the largest first and the one that is shown last; without those too long to keep. */
  addresses: string[]
  /** -1 where it came from no page. */
  tabId: number
  windowId: number
  frameId: number
  /** From a private window: forgotten when the last of them closes. */
  incognito: boolean
  /** The page that the click was on, as its tab tells it. Never written to the history. */
  page?: { address: string; title: string }
  /** Its name in the page script. */
  pictureId?: number
  /** Its size as the page shows it, in its own pixels. */
  shown?: Size
  /** What a person drew around it. */
  area?: VisibleBox
  /** The frame that shows it, where that cannot be entered. */
  frameUrl?: string
}

/** Of a picture that comes from no page. */
export const NO_PAGE: Source = { addresses: [], tabId: -1, windowId: -1, frameId: 0, incognito: false }

/** A picture of several that the click may have meant. */
export interface Candidate {
  source: Source
  kind: PictureKind
  width: number
  height: number
  /** What the screen shows of it, where it has no address that a view can show. */
  thumb?: string
}
/**
 * Which way to the picture worked: its own bytes, the page's reading of them, what the screen shows of it, of its frame
 * or of an area that a person drew, the person gave it, or it was cut out of a picture that was sent before.
 */
export type AcquiredBy = 'original' | 'page' | 'capture' | 'frame' | 'area' | 'given' | 'part'
/** A JPEG that is ready to be sent; sizes in pixels and bytes. */
export interface ReducedPicture {
  dataUrl: string
  bytes: number
  width: number
  height: number
  /** The size of what it was made from. */
  fromWidth: number
  fromHeight: number
  /** Its own pixels as they came, without a second compression. */
  untouched: boolean
}
/** What leaves the browser: a JPEG, sizes in pixels and bytes, and how its bytes were come by. */
export interface SentPicture extends ReducedPicture {
  how: AcquiredBy
  /** A capture of a picture that was partly out of sight. */
  partly: boolean
  /** What it was cut out of, and which part of that it is; the history keeps neither. */
  cut?: { from: SentPicture; region: string }
}
/** SHA-256 in hex, media type and size of a file. */
export interface SourceFile {
  sha256: string
  type: string
  bytes: number
}
/** What the picture of the moment was made of. */
export interface StoredSourceFile extends SourceFile {
  /** SHA-256 of the JPEG that was made of it and sent, in hex. */
  sent: string
  /** Its own bytes as a `data:` address, where they are few enough. */
  dataUrl?: string
}
