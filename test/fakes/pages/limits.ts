/** Where a click does not send what is right, and why. */
const LIMITS: Record<string, { clicks: string[]; why: string }> = {
  'amazon-lens': { clicks: ['firefox first'], why: 'not yet' },
  'dawn-card': { clicks: ['firefox first'], why: 'not yet' },
  'bootstrap-stretched-link': { clicks: ['firefox first'], why: 'not yet' },
  'quick-view': { clicks: ['firefox first', 'firefox later'], why: 'not yet' },
  'watermark-picture': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'watermark-tiled': { clicks: ['firefox first', 'firefox later'], why: 'not yet' },
  'flickr-spacer': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'spacer-400': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'own-background': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'dimming-picture': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'play-icon': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'submit-over-thumbnail': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  lightbox: { clicks: ['firefox first', 'firefox later'], why: 'not yet' },
  'debut-widths': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'lozad-background': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'wp-rocket': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'noscript-only': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'next-legacy': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'gatsby-blur-up': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'amazon-aplus': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'data-original': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'picture-lazy-sources': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'data-bg': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'imgix-lqip': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  nowhere: { clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'], why: 'not yet' },
  'b-lazy': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'dawn-second-image': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'mouseenter-swap': { clicks: ['firefox first'], why: 'not yet' },
  'background-swap': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'visibility-swap': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'content-swap': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  segments: { clicks: ['firefox first', 'firefox later'], why: 'not yet' },
  'amazon-padded-row': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'amazon-video-thumbnail': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'amazon-query': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'etsy-grid': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'etsy-thumbnail': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'shopify-legacy-crop': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'shopify-crop-query': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'shopify-own-domain': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'ebay-dollar': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'pinterest-236': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'pinterest-no-original': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'shopee-tn': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'shopee-resize': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  wayfair: { clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'], why: 'not yet' },
  'mercado-libre': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  ozon: { clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'], why: 'not yet' },
  wildberries: {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  cloudinary: {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  imgix: { clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'], why: 'not yet' },
  bigcommerce: {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  magento: { clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'], why: 'not yet' },
  'next-image': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'wordpress-crop': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'stale-zoom': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'woocommerce-large': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'srcset-w-and-h': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'frame-redirected': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'frame-nested': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'frame-sandboxed': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'frame-srcdoc-in-frame': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  sprite: { clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'], why: 'not yet' },
  'sprite-half-size': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'sprite-percent': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'clipped-strip': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'object-fit-none': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'object-position-right': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'clip-path': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'svg-view': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  turned: { clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'], why: 'not yet' },
  mirrored: {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'turned-background': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'svg-tab': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'svg-tab-view-box': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'pdf-tab': { clicks: ['chromium first', 'chromium later'], why: 'not yet' },
  'gif-white-first': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'webp-white-first': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  'png-no-end': { clicks: ['chromium first', 'chromium later'], why: 'not yet' },
  'avif-mif1': {
    clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'],
    why: 'not yet',
  },
  webgl: { clicks: ['chromium first', 'chromium later', 'firefox first', 'firefox later'], why: 'not yet' },
}

/** Why a page need not work at a click; `undefined` where it has to. */
export function limitOf(page: string, browser: 'chromium' | 'firefox', click: string): string | undefined {
  const limit = LIMITS[page]
  return limit?.clicks.includes(`${browser} ${click}`) ? limit.why : undefined
}
