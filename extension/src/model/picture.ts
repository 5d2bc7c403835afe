import type { Size, VisibleBox } from './box.ts'
import type { ElementKind, Version } from './page-picture.ts'
import type { Placement } from './placement.ts'

/** Where the picture came from. Stays in the browser. */
export interface Source {
  /** Where its bytes may be, the largest first, the shown one last; without those too long to store. */
  addresses: string[]
  /** Versions to try before the shown one, the largest first. */
  larger?: Version[]
  /** -1 if it comes from no page. */
  tabId: number
  windowId: number
  frameId: number
  /** From a private window: forgotten when the last of them closes. */
  incognito: boolean
  /** The clicked page. Never saved to the history. */
  page?: { address: string; title: string }
  /** Its id in the page script. */
  pictureId?: number
  /** The size of the shown version, in its own pixels. */
  shown?: Size
  /** What is shown only stands in for a picture that is not loaded yet, and is never sent. */
  pending?: true
  /** What the user drew around it. */
  area?: VisibleBox
  /** Of its element in the page, in CSS pixels. */
  displayed?: Size
  placement?: Placement
  /** The pictures under it, topmost first, in case it shows nothing itself, such as a clear spacer. */
  beneath?: Source[]
  /** All that the tab shows, to be cropped by the user before anything is sent. */
  screen?: true
  /** The frame that shows it, where that cannot be entered. */
  frameUrl?: string
}

/** Of a picture that comes from no page. */
export const NO_PAGE: Source = { addresses: [], tabId: -1, windowId: -1, frameId: 0, incognito: false }

/** One of several pictures that the click may have meant. */
export interface Candidate {
  source: Source
  kind: ElementKind
  width: number
  height: number
  /** A screenshot, if it has no address that a view can show. */
  thumb?: string
}

/**
 * How the picture was acquired: its own bytes, the page's reading of them, a screenshot of it, of its frame or of an area
 * that the user drew, an upload, or cut out of a picture that was sent before.
 */
export type AcquiredBy = 'original' | 'page' | 'capture' | 'frame' | 'area' | 'given' | 'part'

/**
 * Why there is nothing to search by: a picture is fully transparent (`clear`), mostly transparent as a watermark or a tint
 * is (`sheer`), or of one colour on the white that it is sent on (`plain`).
 */
export type Emptiness = 'clear' | 'sheer' | 'plain'

/** A JPEG that is ready to be sent; sizes in pixels and bytes. */
export interface ReducedPicture {
  dataUrl: string
  bytes: number
  width: number
  height: number
  /** The size of the original. */
  fromWidth: number
  fromHeight: number
  /** The original pixels, not compressed again. */
  untouched: boolean
  /** There is nothing to see in it. */
  emptiness?: Emptiness
  /** Only what is seen of the original: a part of it, or turned as the page turns it. */
  placed?: true
}

/** What leaves the browser: a JPEG and how it was acquired. */
export interface SentPicture extends ReducedPicture {
  how: AcquiredBy
  /** A screenshot of a picture that was partly out of view. */
  partly: boolean
  /** What it was cut out of, and which part. Not saved to the history. */
  cut?: { from: SentPicture; region: string }
}

/** SHA-256 in hex, media type and size of a file. */
export interface SourceFile {
  sha256: string
  type: string
  bytes: number
}

/** The file that the sent picture was made from. */
export interface StoredSourceFile extends SourceFile {
  /** SHA-256 of the JPEG that was made from it and sent, in hex. */
  sent: string
  /** Its bytes as a `data:` address, if they are few enough. */
  dataUrl?: string
}
