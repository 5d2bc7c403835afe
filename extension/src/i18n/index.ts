import { browser } from 'wxt/browser'
import type { UiLanguage } from '../model/preferences.ts'
import { languageItem } from '../model/stored-items.ts'
import type { Texts } from './en.ts'

let current: Texts | undefined
let chosen: UiLanguage = 'browser'

/** BCP 47, in lower case: the chosen one, or the browser's. */
export function uiLanguage(): string {
  return (chosen === 'browser' ? browser.i18n.getUILanguage() : chosen).toLowerCase()
}

/** Reads which language was chosen. Until then it is the browser's. */
export async function loadLanguage(): Promise<UiLanguage> {
  chosen = await languageItem.getValue()
  return chosen
}

/** Calls back once another language has been chosen. */
export function watchLanguage(onChange: () => void): void {
  languageItem.watch((next) => {
    chosen = next
    onChange()
  })
}

/** The texts in the chosen language. Throws before `loadTexts` has finished. */
export function texts(): Texts {
  if (!current) throw new Error('the texts are not loaded yet')
  return current
}

export function isChinese(): boolean {
  return uiLanguage().startsWith('zh')
}

/** For numbers, dates and money: the language of the texts around them. */
export function locale(): string {
  return isChinese() ? 'zh-CN' : 'en'
}

/** Several words as one list. */
export function joinList(words: string[]): string {
  return words.join(isChinese() ? '、' : ', ')
}

/** The sentences that are present, as one text. A Chinese full stop brings its own space. */
export function joinSentences(...all: (string | false)[]): string {
  return all.filter(Boolean).join(isChinese() ? '' : ' ')
}

/** Called once the texts of a language are loaded, and by tests. */
export function setTexts(loaded: Texts): void {
  current = loaded
}

/** Test builds have two pseudo languages: one with longer texts (en-XA), one that also runs right to left (ar-XB). */
export async function pseudoIfTested<Words>(words: Words): Promise<Words> {
  return import.meta.env.WXT_PSEUDO && /^(en-xa|ar-xb)/.test(uiLanguage())
    ? (await import('./pseudo.ts')).pseudo(words)
    : words
}

/** True for one pseudo-language of test builds. */
export function isRightToLeft(): boolean {
  return Boolean(import.meta.env.WXT_PSEUDO) && uiLanguage().startsWith('ar-xb')
}
