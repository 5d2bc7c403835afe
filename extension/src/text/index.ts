import { browser } from 'wxt/browser'
import { en, type Texts } from './en.ts'
import { zh } from './zh.ts'

/** The texts in the browser's language; English where there are none. */
export function texts(): Texts {
  return isChinese() ? zh : en
}

export function isChinese(): boolean {
  return browser.i18n.getUILanguage().toLowerCase().startsWith('zh')
}
