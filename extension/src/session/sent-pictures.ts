import type { SentPicture } from '../model/picture.ts'
import { additionalSentItem, sentItem } from '../model/stored-items.ts'
import { type ActivePhoto, isFirstPhoto } from './search-session.ts'

type Pictures = Record<string, SentPicture>

let writing: Promise<void> = Promise.resolve()

/** What was read of a photo of the current search. */
export async function sentPictureOf(photo: ActivePhoto): Promise<SentPicture | undefined> {
  const { search } = photo.active
  if (!isFirstPhoto(photo)) return (await additionalPictures(search.id))[photo.photo.id]
  const sent = await sentItem.getValue()
  return sent?.searchId === search.id ? sent : undefined
}

export function storeSentPicture(photo: ActivePhoto, picture: SentPicture): Promise<void> {
  const { search } = photo.active
  if (isFirstPhoto(photo)) return sentItem.setValue({ ...picture, searchId: search.id })
  return changeAdditionalPictures(search.id, (pictures) => ({ ...pictures, [photo.photo.id]: picture }))
}

/** The pictures of a search's additional photos, by the photos' ids. */
export async function additionalPictures(searchId: string): Promise<Pictures> {
  const sent = await additionalSentItem.getValue()
  return sent?.searchId === searchId ? sent.pictures : {}
}

export function changeAdditionalPictures(
  searchId: string,
  change: (pictures: Pictures) => Pictures,
): Promise<void> {
  return inOrder(async () => store(searchId, change(await additionalPictures(searchId))))
}

/** Hands the pictures to another search. */
export function moveAdditionalPictures(fromId: string, toId: string): Promise<void> {
  return inOrder(async () => store(toId, await additionalPictures(fromId)))
}

export function clearAdditionalPictures(): Promise<void> {
  return inOrder(() => additionalSentItem.removeValue())
}

function store(searchId: string, pictures: Pictures): Promise<void> {
  return additionalSentItem.setValue({ searchId, pictures })
}

/** One change at a time: each builds on what the one before has stored. */
function inOrder(work: () => Promise<void>): Promise<void> {
  const done = writing.then(work)
  writing = done.catch(() => {})
  return done
}
