import type { VisibleBox } from './box.ts'
import type { Listing } from './listing.ts'

/** What a click, or the browser, tells of where it was. */
export interface ClickHint {
  /** The picture's address, where the browser saw a picture under the pointer. */
  address?: string
  /** Of the video under the pointer. */
  video?: string
  /** Of the link that was clicked. */
  link?: string
  /** Firefox's handle of the element that was clicked. */
  targetElementId?: number
  /** Nothing was clicked: what is meant is under the pointer. */
  pointed?: true
}

export type PictureKind = 'image' | 'background' | 'canvas' | 'video' | 'frame'

/** A picture that was found in the page; sizes in its own pixels where the page knows them, else in CSS pixels. */
export interface PagePicture {
  /** Names it to the page script for as long as the page lives. */
  id: number
  kind: PictureKind
  /** Where its bytes may be, the largest first and the one that is shown last; none for a canvas. */
  addresses: string[]
  width: number
  height: number
}

export interface AreaLabels {
  title: string
  search: string
  cancel: string
  hint: string
}

/** What the page script does for the background. It runs in a world of its own, where the page cannot see it. */
export interface PageScript {
  /** The pictures at the click, likeliest first. Without an exact place, those in sight. */
  findPictures(hint: ClickHint): { found: PagePicture[]; exact: boolean }
  visibleBox(id: number): VisibleBox | undefined
  /** Of a frame that cannot be looked into. */
  visibleBoxOfFrame(url: string): VisibleBox | undefined
  /** The page's other pictures of what one shows, likeliest first; `null` where this is no longer its page. */
  gallery(id: number | null, addresses: string[]): PagePicture[] | null
  /** The bytes of a picture that only the page can read, as a `data:` address. */
  read(id: number): Promise<string | undefined>
  /** What the page says of the product in a picture, or without one, of the product it sells. */
  listing(pictureId?: number | null): Listing | null
  /** Lets the person draw a rectangle; the answer comes as a message. */
  pickArea(labels: AreaLabels): void
}

/** How the person answered; `place` is missing where it was given up. */
export interface AreaPicked {
  type: 'area'
  box?: VisibleBox
}

declare global {
  var findOn1688: PageScript | undefined
}

/** What the browser tells of a click on the item. */
export interface Click {
  frameId: number
  /** Of the picture under the pointer, where the browser sees one. */
  address?: string
  /** Of the video under the pointer. */
  video?: string
  link?: string
  frameUrl?: string
  targetElementId?: number
  /** It was a key: what is meant is under the pointer. */
  pointed?: true
}
