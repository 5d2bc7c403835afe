import { pictureLimit } from '../api/picture-limit.ts'
import { acquirePicture } from '../image/acquire.ts'
import type { Candidate } from '../model/picture.ts'

/** What has no address that a view could show is read beforehand. */
export async function addThumbnails(signal: AbortSignal, choices: Candidate[]): Promise<Candidate[]> {
  const result: Candidate[] = []
  for (const choice of choices) {
    const isShowable = /^(https?|data):/i.test(choice.source.addresses.at(-1) ?? '')
    const shot = isShowable
      ? undefined
      : await acquirePicture(signal, choice.source, await pictureLimit()).catch(() => undefined)
    result.push(shot ? { ...choice, thumb: shot.dataUrl } : choice)
  }
  return result
}
