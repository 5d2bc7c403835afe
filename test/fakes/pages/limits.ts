/** Where a click does not send what is right, and why. */
const LIMITS: Record<string, { clicks: string[]; why: string }> = {
  'spacer-grid': {
    clicks: ['chromium first'],
    why: 'nothing tells which of the equal spacers was clicked: all photos under them are offered',
  },
  'mouseenter-swap': {
    clicks: ['firefox first'],
    why: 'a script has put the first picture back before anybody can look, and the browser names that one',
  },
}

/** Why a page need not work at a click; `undefined` where it has to. */
export function limitOf(page: string, browser: 'chromium' | 'firefox', click: string): string | undefined {
  const limit = LIMITS[page]
  return limit?.clicks.includes(`${browser} ${click}`) ? limit.why : undefined
}
