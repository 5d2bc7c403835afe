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

/** Test builds alone speak the two languages that nobody speaks: one too long, one from right to left. */
export async function asSpoken<Words>(words: Words): Promise<Words> {
  return import.meta.env.WXT_PSEUDO && /^(en-xa|ar-xb)/.test(language())
    ? (await import('./pseudo.ts')).pseudo(words)
    : words
}

/** True for one pseudo-language of test builds. */
export function isRightToLeft(): boolean {
  return Boolean(import.meta.env.WXT_PSEUDO) && language().startsWith('ar-xb')
}
