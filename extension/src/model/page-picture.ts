import type { Size } from './box.ts'
import type { Placement } from './placement.ts'

export type ElementKind = 'image' | 'background' | 'canvas' | 'video' | 'frame'

/** Where a larger version of a picture may be. */
export interface Version {
  address: string
  /** Only another size of the shown file is asked for, as far as their addresses show. */
  isSameFile: boolean
}

/** A picture in the page; sizes in its own pixels if the page knows them, otherwise in CSS pixels. */
export interface PagePicture {
  /** Identifies it to the page script while the page exists. */
  id: number
  kind: ElementKind
  /** Where its bytes may be, the largest first, the shown one last; none for a canvas. */
  addresses: string[]
  /** Versions to try before the shown one, the largest first. */
  larger?: Version[]
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
