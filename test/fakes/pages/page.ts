import type { ColourName } from './colours.ts'

/** Stands for the server's port in the addresses of a page. */
export const PORT = 'PORT'

/** What a person means who right-clicks there. */
export interface Right {
  /** What most of the picture has to be; none where nothing is to be sent. */
  colour?: ColourName
  /** What its middle has to be, where most of it is something else. */
  middle?: ColourName
  /** Both pictures are really seen there: a choice is acceptable if its first is the right one. */
  choice?: true
  /** Top left, top right, bottom left, bottom right, where it matters which way up it is. */
  quarters?: [ColourName, ColourName, ColourName, ColourName]
  /** The least size of the picture that the sent one is made from, in its own pixels. */
  least?: [width: number, height: number]
  /** The least size where only what the screen shows can be had; none if a capture is not acceptable. */
  capture?: [width: number, height: number]
  /** How much of it must have that colour: 0.9 by default, less where a shop pads its pictures. */
  share?: number
  /** Acceptable failures. */
  failures?: string[]
  /** That an area can be drawn is acceptable. */
  area?: true
}

export type PageKind = 'covered' | 'lazy' | 'hover' | 'versions' | 'frames' | 'parts' | 'documents' | 'files'

/** A page as real sites build them, what is clicked in it, and what is right. */
export interface PicturePage {
  /** Served at `/page/NAME`. */
  name: string
  /** After which site, theme or library it is built. */
  like: string
  /** The body, or with `type` the whole document; `PORT` stands for the port. */
  html: string
  /** Opened instead of `/page/NAME`. */
  address?: string | { chromium: string; firefox: string }
  type?: string
  /** Chromium asks hosts on its list for HTTPS over nothing else. */
  only?: 'firefox'
  /** A CSS selector; `#t` by default. */
  click?: string
  /** Where in its box, from 0 to 1; the middle by default. */
  at?: { x: number; y: number }
  right: Right
}

export const OTHER = `http://other.shop.test:${PORT}`
export const THIRD = `http://third.shop.test:${PORT}`

export const cors = (what: string, width: number, height = width) =>
  `${OTHER}/cors/${what}/${width}/${height}`
export const noCors = (what: string, width: number, height = width) =>
  `${OTHER}/nocors/${what}/${width}/${height}`

/** 1×1 and clear, as every lazy loader has it. */
export const CLEAR_GIF = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
export const FILL = 'display:block;width:100%;height:100%'
export const LAYER = 'position:absolute;inset:0'
