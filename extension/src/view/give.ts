import { browser } from 'wxt/browser'
import { failureOf } from '../failure.ts'
import { readGiven } from '../picture/ladder.ts'
import { pictureLimit } from '../proxy/picture-limit.ts'
import { ask } from '../search/wish.ts'
import { texts } from '../text/index.ts'

/** Searches with a picture that a person brought. Answers why it cannot be; `undefined` where it can. */
export async function give(file: Blob): Promise<string | undefined> {
  const { failures } = texts()
  try {
    const picture = await readGiven(file, await pictureLimit())
    ask({ type: 'given', picture, incognito: browser.extension.inIncognitoContext })
    return undefined
  } catch (error) {
    const { code, detail } = failureOf(error)
    return [failures[code].what, failures[code].next, detail].filter(Boolean).join(' ')
  }
}
