import type { SentPicture } from '../model/picture.ts'
import { additionalSentItem } from '../model/stored-items.ts'

type Pictures = Record<string, SentPicture>

let writing: Promise<void> = Promise.resolve()

/** What was read of the further photos of a search, by their ids. */
export async function additionalPictures(searchId: string): Promise<Pictures> {
  const sent = await additionalSentItem.getValue()
  return sent?.searchId === searchId ? sent.pictures : {}
}

export function changeAdditionalPictures(
  searchId: string,
  change: (pictures: Pictures) => Pictures,
): Promise<void> {
  return inOrder(async () => keep(searchId, change(await additionalPictures(searchId))))
}

/** Leaves the pictures to another search. */
export function moveAdditionalPictures(fromId: string, toId: string): Promise<void> {
  return inOrder(async () => keep(toId, await additionalPictures(fromId)))
}

export function clearAdditionalPictures(): Promise<void> {
  return inOrder(() => additionalSentItem.removeValue())
}

function keep(searchId: string, pictures: Pictures): Promise<void> {
  return additionalSentItem.setValue({ searchId, pictures })
}

/** One change after the other: each has to know what the one before has left. */
function inOrder(work: () => Promise<void>): Promise<void> {
  const done = writing.then(work)
  writing = done.catch(() => {})
  return done
}
