import { EN } from './words-en.ts'
import { ZH } from './words-zh.ts'

/** The words of the file. They travel in it, so they are texts only; what stands in braces is filled in. */
export type Words = { [name in keyof typeof EN]: (typeof EN)[name] extends string ? string : Named }
type Named = Record<string, string>

export const WORDS: Record<'en' | 'zh', Words> = { en: EN, zh: ZH }
