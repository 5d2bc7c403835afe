export const gallery = {
  addPhotos: 'Add photos of the page…',
  gallery: 'More photos of the same product',
  galleryText: (most: number) =>
    most === 1
      ? 'Choose 1 more. What all photos find becomes one list.'
      : `Choose up to ${most} more. What all photos find becomes one list.`,
  galleryCost: 'Each photo counts as one search.',
  galleryLooking: 'Looking through the page…',
  galleryGone: 'The page cannot be looked at',
  galleryGoneNext:
    'It was closed, shows something else by now, or lets no extension in. Open it and search there again, or add files of your own.',
  galleryNone: 'No other pictures of a product were found',
  galleryNoneNext: 'Go through the pictures on the page once and look again, or add files of your own.',
  galleryFull: 'Five photos are the most: take one out first',
  galleryFullNext: 'It can be removed in the results, above the list.',
  lookAgain: 'Look again',
  addFiles: 'Add files',
  pagePicture: (number: number) => `Picture ${number}`,
  searchWithMore: (count: number) =>
    count === 1 ? 'Search with 1 more photo' : `Search with ${count} more photos`,
  tickPhotos: 'Tick the photos to add',
  photos: (count: number) => `${count} photos`,
  photosSearched: (done: number, all: number) => `${done} of ${all} photos searched`,
  photosFailed: (count: number) => `${count} failed`,
  changePhotos: 'Change',
  photosUnsent: (count: number) => `${count} not sent yet`,
  sendPhotos: 'Search with them',
  foundBy: (count: number, of: number) => `found by ${count} of ${of} photos`,
  photoFound: (count: number) => (count === 1 ? '1 offer found' : `${count} offers found`),
  photoUnsent: 'Not sent yet',
  removePhoto: (number: number) => `Remove photo ${number}`,
  retryPhoto: (number: number) => `Try again: photo ${number}`,
  /** On a picture, where only a word or two fit. */
  photoIsBriefly: {
    same: (number: number) => `Same as ${number}`,
    probably: (number: number) => `Probably ${number}`,
  },
  photoIs: {
    same: (number: number) => `Same as photo ${number}`,
    probably: (number: number) => `Probably photo ${number}`,
  },
}

export type GalleryTexts = typeof gallery
