export const gallery = {
  addPhotos: 'Add photos from the page…',
  galleryTitle: 'More photos of the same product',
  galleryHint: (most: number) =>
    `${most === 1 ? 'Choose 1 more' : `Choose up to ${most} more`}. Results are merged.`,
  galleryCost: 'One search per photo.',
  galleryLoading: 'Looking for photos on the page…',
  galleryPageGone: 'The page can’t be read',
  galleryPageGoneHint:
    'It was closed, has changed, or doesn’t allow extensions. Open it and search there again, or add your own files.',
  galleryEmpty: 'No other product photos found',
  galleryEmptyHint: 'Scroll through the pictures on the page once, then look again, or add your own files.',
  galleryFull: 'Limit of five photos: remove one first',
  galleryFullHint: 'You can remove it above the list of results.',
  reloadGallery: 'Look again',
  addFiles: 'Add files',
  pagePicture: (number: number) => `Picture ${number}`,
  searchWithMore: (count: number) =>
    count === 1 ? 'Search with 1 more photo' : `Search with ${count} more photos`,
  selectPhotos: 'Tick the photos to add',
  photoCount: (count: number) => `${count} photos`,
  photosSearchedCount: (done: number, all: number) => `${done} of ${all} photos searched`,
  photosFailedCount: (count: number) => `${count} failed`,
  changePhotos: 'Change',
  photosUnsentCount: (count: number) => `${count} not sent yet`,
  searchWithPhotos: 'Search them',
  foundBy: (count: number, of: number) => `found by ${count} of ${of} photos`,
  photoOfferCount: (count: number) => (count === 1 ? '1 offer found' : `${count} offers found`),
  photoUnsent: 'Not sent yet',
  removePhoto: (number: number) => `Remove photo ${number}`,
  retryPhoto: (number: number) => `Try again: photo ${number}`,
  /** On a picture, where only a word or two fit. */
  duplicatePhotoBadge: {
    same: (number: number) => `Same as ${number}`,
    probably: (number: number) => `Likely ${number}`,
  },
  duplicatePhoto: {
    same: (number: number) => `Same as photo ${number}`,
    probably: (number: number) => `Likely photo ${number}`,
  },
}

export type GalleryTexts = typeof gallery
