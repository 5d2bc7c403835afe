interface Shop {
  host: RegExp
  /** Applied one after the other. */
  rules: [RegExp, string][]
}

/**
 * How large shops mark small versions of a picture in its address. Learned from such addresses, not documented by the
 * shops: a larger version is tried, never relied on.
 */
const SHOPS: Shop[] = [
  {
    host: /(^|\.)(media-amazon|ssl-images-amazon|images-amazon)\.com$/,
    rules: [[/\._[^/]*_(?=\.\w+$)/, '']],
  },
  {
    host: /(^|\.)(alicdn|aliexpress-media|lazcdn|slatic)\.(com|net)$/,
    rules: [[/(\.(?:jpe?g|png|webp))_[^/]*$/i, '$1']],
  },
  {
    host: /(^|\.)shopify\.com$|./,
    rules: [
      [
        /(\/cdn\/shop\/|cdn\.shopify\.com\/.*)(.*?)_(?:\d+x\d*|\d*x\d+|pico|icon|thumb|small|compact|medium|large|grande)(?:_crop_\w+)?(?=(?:@\dx)?\.\w+(?:\?|$))/,
        '$1$2',
      ],
    ],
  },
  {
    host: /(^|\.)ebayimg\.com$/,
    rules: [
      [/\/thumbs(?=\/images\/)/, ''],
      [/s-l\d+(?=\.\w+$)/, 's-l1600'],
    ],
  },
  {
    host: /(^|\.)(walmartimages\.com|kwcdn\.com|target\.scene7\.com|rakuten\.co\.jp)$/,
    rules: [[/\?.*$/, '']],
  },
  { host: /(^|\.)etsystatic\.com$/, rules: [[/il_\d+x(?:\d+|N)\./, 'il_fullxfull.']] },
  { host: /(^|\.)ltwebstatic\.com$/, rules: [[/_thumbnail_\d+x\d*(?=\.\w+$)/, '']] },
  { host: /./, rules: [[/(\/wp-content\/uploads\/.*)-\d{2,4}x\d{2,4}(?=\.\w+$)/, '$1']] },
]

/** The address of a larger version of the picture, if its shop is known to have one. It may not exist. */
export function largerAddress(address: string): string | undefined {
  const url = URL.parse(address)
  if (!url?.protocol.startsWith('http')) return undefined
  const rules = SHOPS.filter(({ host }) => host.test(url.hostname)).flatMap((shop) => shop.rules)
  const larger = rules.reduce((text, [from, to]) => text.replace(from, to), url.href)
  return larger === url.href ? undefined : larger
}
