import { LANGUAGES } from '@find-on-1688/shared'
import { browser } from 'wxt/browser'

/** The platform translates titles into a few languages; English serves the others. */
export function titleLanguage(): string {
  const language = browser.i18n.getUILanguage().split('-')[0] ?? ''
  return (LANGUAGES as readonly string[]).includes(language) ? language : 'en'
}
