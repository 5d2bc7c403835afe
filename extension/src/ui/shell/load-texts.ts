import {
  isChinese,
  isRightToLeft,
  loadLanguage,
  pseudoIfTested,
  setTexts,
  watchLanguage,
} from '../../i18n/index.ts'

/** Where the popup's page finds the chosen language at once, to load its texts along with the app. */
const COPY = 'language'

/** Loads one language only, and sets the language and title of the page. */
export async function loadTexts(): Promise<void> {
  const chosen = await loadLanguage()
  if (chosen === 'browser') localStorage.removeItem(COPY)
  else localStorage.setItem(COPY, chosen)
  const spoken = await pseudoIfTested(
    isChinese() ? (await import('../../i18n/zh.ts')).zh : (await import('../../i18n/en.ts')).en,
  )
  setTexts(spoken)
  document.documentElement.lang = isChinese() ? 'zh-CN' : 'en'
  document.title = spoken.name
  if (isRightToLeft()) document.documentElement.dir = 'rtl'
}

/** Draws the page again whenever another language has been chosen. */
export function drawInNewLanguage(draw: () => void): void {
  watchLanguage(() => loadTexts().then(draw))
}
