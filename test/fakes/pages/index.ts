import { COVERED } from './covered.ts'
import { DOCUMENTS } from './documents.ts'
import { DRAWN } from './drawn.ts'
import { FRAMES } from './frames.ts'
import { HOVER } from './hover.ts'
import { LAZY } from './lazy.ts'
import type { PageKind, PicturePage } from './page.ts'
import { PARTS } from './parts.ts'
import { VERSIONS } from './versions.ts'

const BY_KIND: Record<PageKind, PicturePage[]> = {
  covered: COVERED,
  lazy: LAZY,
  hover: HOVER,
  versions: VERSIONS,
  frames: FRAMES,
  parts: PARTS,
  documents: DOCUMENTS,
  files: DRAWN,
}

export const PAGES = Object.entries(BY_KIND).flatMap(([kind, pages]) =>
  pages.map((page) => ({ ...page, kind: kind as PageKind })),
)

/** The most telling ones of each kind, which `npm test` opens. */
const TELLING = new Set([
  ...['amazon-lens', 'dawn-card', 'quick-view', 'watermark-picture', 'flickr-spacer', 'own-background'],
  ...['play-icon', 'lightbox'],
  ...['debut-widths', 'wp-rocket', 'noscript-only', 'data-bg', 'nowhere', 'small-but-real'],
  ...['dawn-second-image', 'mouseenter-swap', 'background-swap'],
  ...['amazon-padded-row', 'etsy-grid', 'shopify-crop-query', 'wordpress-lookalike', 'stale-zoom'],
  ...['srcset-w-and-h', 'picture-without-cors'],
  ...['frame-redirected', 'frame-nested', 'frame-sandboxed'],
  ...['sprite', 'clipped-strip', 'object-fit-none', 'turned', 'carousel-whole'],
  ...['svg-tab', 'picture-tab', 'json-tab'],
  ...['gif-white-first', 'avif-mif1', 'webgl'],
])

/** `all`, the names of some between commas, or by default the most telling ones. */
export function pagesFor(browser: string, wanted: string | undefined): typeof PAGES {
  const names = wanted ? new Set(wanted.split(',')) : TELLING
  return PAGES.filter(({ name, only = browser }) => only === browser && (wanted === 'all' || names.has(name)))
}
