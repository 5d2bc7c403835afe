import { LANGUAGES } from '@find-on-1688/shared'
import { uiLanguage } from '../i18n/index.ts'

/** The platform translates titles into a few languages; English serves the others. */
export function titleLanguage(): string {
  const language = uiLanguage().split('-')[0] ?? ''
  return (LANGUAGES as readonly string[]).includes(language) ? language : 'en'
}
