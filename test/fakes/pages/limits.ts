/** Where a click does not send what is right, and why. */
const LIMITS: Record<string, { clicks: string[]; why: string }> = {
  'fade-carousel': { clicks: ['chromium first', 'firefox first'], why: 'not yet' },
  'mouseenter-swap': { clicks: ['firefox first'], why: 'not yet' },
  'visibility-swap': { clicks: ['chromium later'], why: 'not yet' },
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
