import { browser } from 'wxt/browser'
import { pictureLimit } from '../../api/picture-limit.ts'
import { texts } from '../../i18n/index.ts'
import { pictureFromFile } from '../../image/acquire.ts'
import { sourceFileOf } from '../../image/digest.ts'
import { setTaskRunner } from '../../image/in-document.ts'
import { failureOf } from '../../model/failure.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { SentPicture } from '../../model/picture.ts'

/** Searches with a picture file. Returns why that is impossible, or `undefined`. */
export async function submitFile(file: Blob): Promise<string | undefined> {
  try {
    const [picture, sourceFile] = await Promise.all([readPictureFile(file), sourceFileOf(file)])
    sendToBackground({
      type: 'uploaded',
      picture,
      file: sourceFile,
      incognito: browser.extension.inIncognitoContext,
    })
    return undefined
  } catch (error) {
    return errorText(error)
  }
}

/** The same for an additional photo of the current search. */
export async function submitAdditionalFile(file: Blob): Promise<string | undefined> {
  try {
    sendToBackground({ type: 'addUploadedPhoto', picture: await readPictureFile(file) })
    return undefined
  } catch (error) {
    return errorText(error)
  }
}

/** A picture file, reduced to what the worker accepts. This page has a document of its own. */
export async function readPictureFile(file: Blob): Promise<SentPicture> {
  setTaskRunner(async (task) => (await import('../../image/document-tasks.ts')).runTask(task))
  return pictureFromFile(file, await pictureLimit())
}

function errorText(error: unknown): string {
  const { failures } = texts()
  const { code, detail } = failureOf(error)
  return [failures[code].title, failures[code].hint, detail].filter(Boolean).join(' ')
}
