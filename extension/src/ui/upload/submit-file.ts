import { browser } from 'wxt/browser'
import { pictureLimit } from '../../api/picture-limit.ts'
import { texts } from '../../i18n/index.ts'
import { pictureFromFile } from '../../image/acquire.ts'
import { sourceFileOf } from '../../image/digest.ts'
import { failureOf } from '../../model/failure.ts'
import { sendToBackground } from '../../model/messages.ts'

/** Searches with a picture that a person brought. Answers why it cannot be; `undefined` where it can. */
export async function submitFile(file: Blob): Promise<string | undefined> {
  try {
    const [picture, found] = await Promise.all([
      pictureFromFile(file, await pictureLimit()),
      sourceFileOf(file),
    ])
    sendToBackground({
      type: 'uploaded',
      picture,
      file: found,
      incognito: browser.extension.inIncognitoContext,
    })
    return undefined
  } catch (error) {
    return whyNot(error)
  }
}

/** The same for a further photo of what is searched already. */
export async function submitAdditionalFile(file: Blob): Promise<string | undefined> {
  try {
    sendToBackground({ type: 'addUploadedPhoto', picture: await pictureFromFile(file, await pictureLimit()) })
    return undefined
  } catch (error) {
    return whyNot(error)
  }
}

function whyNot(error: unknown): string {
  const { failures } = texts()
  const { code, detail } = failureOf(error)
  return [failures[code].title, failures[code].hint, detail].filter(Boolean).join(' ')
}
