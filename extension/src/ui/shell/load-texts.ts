import { isChinese, isRightToLeft, pseudoIfTested, setTexts } from '../../i18n/index.ts'

/** Loads one language only, and sets the language and title of the page. */
export async function loadTexts(): Promise<void> {
  const spoken = await pseudoIfTested(
    isChinese() ? (await import('../../i18n/zh.ts')).zh : (await import('../../i18n/en.ts')).en,
  )
  setTexts(spoken)
  document.documentElement.lang = isChinese() ? 'zh-CN' : 'en'
  document.title = spoken.name
  if (isRightToLeft()) document.documentElement.dir = 'rtl'
}
