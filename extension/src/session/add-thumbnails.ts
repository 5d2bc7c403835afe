import { pictureLimit } from '../api/picture-limit.ts'
import { readPicture } from '../image/acquire.ts'
import type { Choice } from '../model/search.ts'

/** What has no address that a view could show is read beforehand. */
export async function withThumbs(signal: AbortSignal, choices: Choice[]): Promise<Choice[]> {
  const result: Choice[] = []
  for (const choice of choices) {
    const isShowable = /^(https?|data):/i.test(choice.source.addresses.at(-1) ?? '')
    const shot = isShowable
      ? undefined
      : await readPicture(signal, choice.source, await pictureLimit()).catch(() => undefined)
    result.push(shot ? { ...choice, thumb: shot.dataUrl } : choice)
  }
  return result
}
