import type { Size, VisibleBox } from './box.ts'
import type { Listing } from './listing.ts'
import type { Placement } from './placement.ts'

/** What is known about the position of a click. */
export interface ClickHint {
  /** Of the picture under the pointer, if the browser saw one. */
  address?: string
  /** Of the video under the pointer. */
  video?: string
  /** Of the link that was clicked. */
  link?: string
  /** Firefox's handle of the element that was clicked. */
  targetElementId?: number
  /** Nothing was clicked: the picture under the pointer is meant. */
  pointed?: true
}

export type ElementKind = 'image' | 'background' | 'canvas' | 'video' | 'frame'

/** A picture in the page; sizes in its own pixels if the page knows them, otherwise in CSS pixels. */
export interface PagePicture {
  /** Identifies it to the page script while the page exists. */
  id: number
  kind: ElementKind
  /** Where its bytes may be, the largest first, the shown one last; none for a canvas. */
  addresses: string[]
  width: number
  height: number
  /** Of the element in the page, in CSS pixels. */
  displayed?: Size
  /** Shown by the same element as the picture before it, so that both may be seen. */
  layer?: true
  placement?: Placement
  /** What is shown only stands in for a picture that is not loaded yet. All addresses are that picture's; there may be none. */
  pending?: true
}

export interface AreaLabels {
  title: string
  search: string
  cancel: string
  hint: string
}

/** What the page script does for the background. It runs in an isolated world, hidden from the page. */
export interface PageScript {
  /** The pictures at the click. If `stacked` they lie over each other, topmost first; otherwise any may be meant, likeliest first. */
  findPictures(hint: ClickHint): Promise<{ found: PagePicture[]; stacked: boolean }>
  /** Makes a picture look as it did when it was found, until `conceal`; for a screenshot. */
  reveal(id: number): Promise<void>
  conceal(): void
  visibleBox(id: number): VisibleBox | undefined
  /** Of a frame that cannot be entered. */
  visibleBoxOfFrame(url: string, frameId: number): VisibleBox | undefined
  /** The page's other pictures of the same product, likeliest first; `null` if this is no longer the picture's page. */
  gallery(id: number | null, addresses: string[]): PagePicture[] | null
  /** The bytes at one of a picture's addresses, or of what its element draws, read by the page, as a `data:` address. */
  read(id: number, address?: string | null): Promise<string | undefined>
  /** What the page says about the product in a picture or, without one, about the product it sells. */
  listing(pictureId?: number | null): Listing | null
  /** Lets the user draw a box; the answer comes as a message. */
  pickArea(labels: AreaLabels): void
}

/** The area that the user drew; without `box` drawing was cancelled. */
export interface AreaPicked {
  type: 'area'
  box?: VisibleBox
}

/** What the scripts in a page share. The listing reader is a script of its own, which comes after the other. */
interface InstalledScripts extends Omit<PageScript, 'listing'> {
  listing?: PageScript['listing']
  /** The element of a picture; the background knows no DOM types. */
  elementOf(id: number): object | undefined
}

declare global {
  var findOn1688: InstalledScripts | undefined
}

/** What the browser reports about a click on the menu item, or about a shortcut. */
export interface Click {
  frameId: number
  /** Of the picture under the pointer, if the browser sees one. */
  address?: string
  /** Of the video under the pointer. */
  video?: string
  link?: string
  frameUrl?: string
  targetElementId?: number
  /** It was a shortcut: the picture under the pointer is meant. */
  pointed?: true
}
