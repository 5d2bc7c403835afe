export const photos = {
  samePhotos: (count: number) => `${count} same photo`,
  mirrored: 'Mirrored',
  recoloured: 'Recoloured',
  photoLabel: 'Photo',
  photoVerdicts: {
    same: 'Same photo',
    probably: 'Probably',
    other: 'Other photo',
    'cannot-compare': 'Cannot compare',
    'not-checked': 'Not checked',
  },
  photoReasons: {
    mirrored: 'mirrored',
    trimmed: 'apart from its border',
    cropped: 'cropped',
    overlaid: 'text or a logo over it',
    recoloured: 'in other colours',
    grey: 'one of them without colours',
    'query-flat': 'your picture shows too little',
    'other-flat': 'its picture shows too little',
    'other-method': 'compared in another way',
  },
  photoUncheckedReasons: {
    unreachable: 'its picture cannot be reached',
    unreadable: 'its picture cannot be read',
    'no-picture': 'it has no picture',
    'query-unreadable': 'the picture that was sent cannot be read',
  },
  comparePhotos: 'Compare photos',
  comparePhotosTooltip: (host: string) =>
    `Allows ${host}. Then the pictures of offers can be compared with yours, in this browser. You can take it back in the settings.`,
  comparePhotosOpen: 'Look at both pictures',
  notCompared: 'Not compared yet',
  photoLayoutLabel: 'How both pictures are laid',
  photoLayouts: { beside: 'Side by side', over: 'Over each other' },
  photoSlider: 'How much of the picture searched is seen',
  photosMisaligned:
    'One shows more around the thing than the other, so they do not lie over each other exactly.',
  undoMirroring: 'Mirror it back',
  offeredPictureAlt: 'The picture offered',
  photoUnavailable: 'This picture cannot be shown: its host does not give it.',
  photoMeanings: {
    same: 'A match of the photo, not proof that it is the same product.',
    probably: 'Perhaps the same photo: look for yourself. It says nothing certain of the product.',
    other: 'Another photo. The product may be the same all the same.',
    'cannot-compare': 'Nothing can be told of these two by comparing: look for yourself.',
    'not-checked': 'Nobody has compared them: look for yourself.',
  },
  comparisonMethod: (method: string) => `Compared in this browser; method ${method}.`,
  reuseTitle: 'Who uses this photo',
  reuseOfYourPhoto: (offers: number, suppliers: number, unnamed: number) => {
    if (offers === 0) return 'No offer shows your photo.'
    const show = offers === 1 ? '1 offer shows your photo' : `${offers} offers show your photo`
    const named = suppliers === 1 ? '1 supplier' : `${suppliers} suppliers`
    if (suppliers === 0) return `${show}; who sells is not named.`
    return unnamed === 0 ? `${show}, of ${named}.` : `${show}, of ${named}; ${unnamed} do not name theirs.`
  },
  otherReusedPhotos: (count: number) => {
    if (count === 0) return 'No other photo is shared by several offers.'
    return count === 1
      ? '1 other photo is shared by several offers.'
      : `${count} other photos are shared by several offers.`
  },
  reuseNoPhotos: 'No picture could be compared.',
  reuseNoOffers: 'There are no offers to look through yet.',
  reuseNoPicture: 'The picture that was searched is no longer here: search with it again.',
  reuseScope: (loaded: string) => `Among the ${loaded} offers that are loaded; there are more.`,
  reuseScopeAll: (count: number) =>
    count === 1 ? 'The search found 1 offer.' : `Among all ${count.toLocaleString('en')} offers.`,
  reuseRemaining: (count: number) =>
    count === 1 ? '1 picture is still to be compared.' : `${count} pictures are still to be compared.`,
  reuseUnreadable: (count: number) =>
    count === 1 ? '1 picture could not be compared.' : `${count} pictures could not be compared.`,
  reuseDisclaimer: 'A shared photo tells who shows it, not whose it is, nor that the product is the same.',
  yourPhoto: 'Your photo',
  photoNumber: (number: number) => `Photo ${number}`,
  supplierCount: (count: number) => (count === 1 ? '1 supplier' : `${count} suppliers`),
  unnamedSupplierCount: (count: number) => `${count} not named`,
  supplierUnnamed: 'Supplier not named',
}

export type PhotoTexts = typeof photos
