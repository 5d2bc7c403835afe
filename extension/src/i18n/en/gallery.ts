export const gallery = {
  addPhotos: 'Add photos of the page…',
  galleryTitle: 'More photos of the same product',
  galleryHint: (most: number) =>
    most === 1
      ? 'Choose 1 more. What all photos find becomes one list.'
      : `Choose up to ${most} more. What all photos find becomes one list.`,
  galleryCost: 'Each photo counts as one search.',
  galleryLoading: 'Looking through the page…',
  galleryPageGone: 'The page cannot be looked at',
  galleryPageGoneHint:
    'It was closed, shows something else by now, or lets no extension in. Open it and search there again, or add files of your own.',
  galleryEmpty: 'No other pictures of a product were found',
  galleryEmptyHint: 'Go through the pictures on the page once and look again, or add files of your own.',
  galleryFull: 'Five photos are the most: take one out first',
  galleryFullHint: 'It can be removed in the results, above the list.',
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
  searchWithPhotos: 'Search with them',
  foundBy: (count: number, of: number) => `found by ${count} of ${of} photos`,
  photoOfferCount: (count: number) => (count === 1 ? '1 offer found' : `${count} offers found`),
  photoUnsent: 'Not sent yet',
  removePhoto: (number: number) => `Remove photo ${number}`,
  retryPhoto: (number: number) => `Try again: photo ${number}`,
  /** On a picture, where only a word or two fit. */
  duplicatePhotoBadge: {
    same: (number: number) => `Same as ${number}`,
    probably: (number: number) => `Probably ${number}`,
  },
  duplicatePhoto: {
    same: (number: number) => `Same as photo ${number}`,
    probably: (number: number) => `Probably photo ${number}`,
  },
}

export type GalleryTexts = typeof gallery
