import { dataUrlOf } from '../image/data-url.ts'
import { jpegOf } from '../image/digest.ts'
import type { SentPicture, Source } from '../model/picture.ts'
import type { AdditionalPhoto, Search } from '../model/search.ts'
import type { SavedPhoto, SavedSearch } from './schema.ts'
import { finishedLists, sentOf } from './search-record.ts'

type Pictures = Record<string, SentPicture>

/** The additional photos that have results, and their pictures in the same order; nothing if there are none. */
export async function savedPhotosOf(
  { further = [] }: Search,
  pictures: Pictures,
): Promise<Pick<SavedSearch, 'photos' | 'photoPictures'>> {
  const photos: SavedPhoto[] = []
  const photoPictures: Blob[] = []
  for (const { id, lists: all } of further) {
    const [picture, lists] = [pictures[id], finishedLists(all)]
    if (!picture || Object.keys(lists).length === 0) continue
    photos.push({ id, sent: sentOf(picture), lists })
    photoPictures.push(await jpegOf(picture.dataUrl))
  }
  return photos.length > 0 ? { photos, photoPictures } : {}
}

/** The additional photos of a saved search, and their sent pictures. */
export async function restorePhotos(
  { photos = [], photoPictures = [] }: SavedSearch,
  source: Source,
): Promise<{ further: AdditionalPhoto[]; pictures: Pictures }> {
  const pictures: Pictures = {}
  for (const [at, { id, sent }] of photos.entries()) {
    const picture = photoPictures[at]
    if (picture) pictures[id] = { ...sent, dataUrl: await dataUrlOf(picture) }
  }
  const additional = photos.map(({ id, lists }): AdditionalPhoto => ({ id, source, reading: 'done', lists }))
  return { further: additional, pictures }
}
