interface Shop {
  host: RegExp
  /** Tried one after the other; each that changes the address gives a candidate. */
  steps: [RegExp, string][]
}

/**
 * How large shops mark the small versions of a picture in its address. Known from such addresses, not
 * asked of the shops: so a larger version is tried, and never relied on.
 */
const SHOPS: Shop[] = [
  {
    host: /(^|\.)(media-amazon|ssl-images-amazon|images-amazon)\.com$/,
    steps: [[/\._[^/]*_(?=\.\w+$)/, '']],
  },
  {
    host: /(^|\.)(alicdn|aliexpress-media|lazcdn|slatic)\.(com|net)$/,
    steps: [[/(\.(?:jpe?g|png|webp))_[^/]*$/i, '$1']],
  },
  {
    host: /(^|\.)shopify\.com$|./,
    steps: [
      [
        /(\/cdn\/shop\/|cdn\.shopify\.com\/.*)(.*?)_(?:\d+x\d*|\d*x\d+|pico|icon|thumb|small|compact|medium|large|grande)(?:_crop_\w+)?(?=(?:@\dx)?\.\w+(?:\?|$))/,
        '$1$2',
      ],
    ],
  },
  {
    host: /(^|\.)ebayimg\.com$/,
    steps: [
      [/\/thumbs(?=\/images\/)/, ''],
      [/s-l\d+(?=\.\w+$)/, 's-l1600'],
    ],
  },
  {
    host: /(^|\.)(walmartimages\.com|kwcdn\.com|target\.scene7\.com|rakuten\.co\.jp)$/,
    steps: [[/\?.*$/, '']],
  },
  { host: /(^|\.)etsystatic\.com$/, steps: [[/il_\d+x(?:\d+|N)\./, 'il_fullxfull.']] },
  { host: /(^|\.)ltwebstatic\.com$/, steps: [[/_thumbnail_\d+x\d*(?=\.\w+$)/, '']] },
  { host: /./, steps: [[/(\/wp-content\/uploads\/.*)-\d{2,4}x\d{2,4}(?=\.\w+$)/, '$1']] },
]

/** The address of the same picture in a larger version, where its shop is known to have one. It may not exist. */
export function largerAddress(address: string): string | undefined {
  const url = URL.parse(address)
  if (!url?.protocol.startsWith('http')) return undefined
  const steps = SHOPS.filter(({ host }) => host.test(url.hostname)).flatMap((shop) => shop.steps)
  const larger = steps.reduce((text, [from, to]) => text.replace(from, to), url.href)
  return larger === url.href ? undefined : larger
}
