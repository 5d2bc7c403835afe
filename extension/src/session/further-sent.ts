import { furtherSentItem } from '../model/further-photo.ts'
import type { Picture } from '../model/search.ts'

type Pictures = Record<string, Picture>

let writing: Promise<void> = Promise.resolve()

/** What was read of the further photos of a search, by their ids. */
export async function furtherPictures(searchId: string): Promise<Pictures> {
  const sent = await furtherSentItem.getValue()
  return sent?.searchId === searchId ? sent.pictures : {}
}

export function changePictures(searchId: string, change: (pictures: Pictures) => Pictures): Promise<void> {
  return inOrder(async () => keep(searchId, change(await furtherPictures(searchId))))
}

/** Leaves the pictures to another search. */
export function handPicturesOn(fromId: string, toId: string): Promise<void> {
  return inOrder(async () => keep(toId, await furtherPictures(fromId)))
}

export function clearPictures(): Promise<void> {
  return inOrder(() => furtherSentItem.removeValue())
}

function keep(searchId: string, pictures: Pictures): Promise<void> {
  return furtherSentItem.setValue({ searchId, pictures })
}

/** One change after the other: each has to know what the one before has left. */
function inOrder(work: () => Promise<void>): Promise<void> {
  const done = writing.then(work)
  writing = done.catch(() => {})
  return done
}
