import type { EN } from './words-en.ts'

/** The words of the file. They travel in it, so they are texts only; what stands in braces is filled in. */
export type EvidenceTexts = { [name in keyof typeof EN]: (typeof EN)[name] extends string ? string : Named }
type Named = Record<string, string>

/** Only the language that is asked for is loaded. */
export async function evidenceTexts(language: 'en' | 'zh'): Promise<EvidenceTexts> {
  return language === 'zh' ? (await import('./words-zh.ts')).ZH : (await import('./words-en.ts')).EN
}
