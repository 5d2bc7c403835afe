import type { VisibleBox } from './box.ts'
import type { Listing } from './listing.ts'
import type { PagePicture, Version } from './page-picture.ts'
import type { PageProduct } from './page-product.ts'

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
  /** Nothing was clicked: find the picture under the pointer. */
  pointed?: true
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
  gallery(id: number | null, addresses: string[], taken: string[]): PagePicture[] | null
  /** For an address that another frame shows. */
  largerVersions(addresses: string[]): Version[]
  /** The bytes at one of a picture's addresses, or of what its element draws, read by the page, as a `data:` address. */
  read(id: number, address?: string | null): Promise<string | undefined>
  /** What the page says about the product in a picture or, without one, about the product it sells. */
  listing(pictureId?: number | null): Listing | null
  /** The products that the page shows among others, in its order. */
  products(): PageProduct[]
  /** Lets the user draw a box; the answer comes as a message. */
  pickArea(labels: AreaLabels): void
}

/** The area that the user drew; without `box` drawing was cancelled. */
export interface AreaPicked {
  type: 'area'
  box?: VisibleBox
}

/** What the scripts in a page share. The readers of listings and of products are scripts of their own, which come after the first. */
interface InstalledScripts
  extends Omit<PageScript, 'listing' | 'products'>,
    Partial<Pick<PageScript, 'listing' | 'products'>> {
  /** The first picture that one of these elements shows, or the one at an address. */
  cardPicture(elements: object[], address?: string): PagePicture | null
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
  /** It was a shortcut: find the picture under the pointer. */
  pointed?: true
}
