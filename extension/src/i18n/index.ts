import { browser } from 'wxt/browser'
import type { Texts } from './en.ts'

let spoken: Texts | undefined

const language = () => browser.i18n.getUILanguage().toLowerCase()

/** The texts in the browser's language; English where there are none. They have to be there: see `speak`. */
export function texts(): Texts {
  if (!spoken) throw new Error('no texts yet')
  return spoken
}

export function isChinese(): boolean {
  return language().startsWith('zh')
}

/** How numbers, dates and money are written: as the texts around them. */
export function locale(): string {
  return isChinese() ? 'zh-CN' : 'en'
}

/** Several words in one line. */
export function listed(words: string[]): string {
  return words.join(isChinese() ? '、' : ', ')
}

/** Those that there are, one after the other; a full stop of Chinese has its blank in itself. */
export function sentences(...all: (string | false)[]): string {
  return all.filter(Boolean).join(isChinese() ? '' : ' ')
}

/** To be called before any text is needed. */
export function setTexts(these: Texts): void {
  spoken = these
}

/** Loads the texts of a page of ours, one language and no other, and tells the document which it is. */
export async function loadTexts(): Promise<void> {
  spoken = await asSpoken(isChinese() ? (await import('./zh.ts')).zh : (await import('./en.ts')).en)
  document.documentElement.lang = isChinese() ? 'zh-CN' : 'en'
  document.title = spoken.name
  if (import.meta.env.WXT_PSEUDO && language().startsWith('ar-xb')) document.documentElement.dir = 'rtl'
}

/** Test builds alone speak the two languages that nobody speaks: one too long, one from right to left. */
export async function asSpoken<Words>(words: Words): Promise<Words> {
  return import.meta.env.WXT_PSEUDO && /^(en-xa|ar-xb)/.test(language())
    ? (await import('./pseudo.ts')).pseudo(words)
    : words
}
