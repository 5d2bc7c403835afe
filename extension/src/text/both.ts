import { en } from './en.ts'
import { isChinese, setTexts } from './index.ts'
import { zh } from './zh.ts'

/** Where nothing can be loaded later, as in a background: both languages, and the one that is asked for. */
export function speakEither(): void {
  setTexts(isChinese() ? zh : en)
}
