export const photos = {
  samePhotos: (count: number) => `${count} with your photo`,
  mirrored: 'Same, mirrored',
  recoloured: 'Different colour',
  photoLabel: 'Photo',
  photoVerdicts: {
    same: 'Same photo',
    probably: 'Likely match',
    other: 'Different photo',
    'cannot-compare': 'Can’t compare',
    'not-checked': 'Not compared',
  },
  withReasons: (verdict: string, reasons: string) => `${verdict}: ${reasons}`,
  photoReasons: {
    mirrored: 'mirrored',
    trimmed: 'different border',
    cropped: 'cropped',
    overlaid: 'text or logo added',
    recoloured: 'different colours',
    grey: 'one is greyscale',
    'query-flat': 'your picture has too little detail',
    'other-flat': 'the offer’s picture has too little detail',
    'other-method': 'compared by another method',
  },
  photoUncheckedReasons: {
    unreachable: 'the offer’s picture can’t be reached',
    unreadable: 'the offer’s picture can’t be read',
    'no-picture': 'the offer has no picture',
    'query-unreadable': 'the picture that was sent can’t be read',
  },
  comparePhotos: 'Compare photos',
  comparePhotosTooltip: (host: string) =>
    `Allows ${host}, so that offers’ pictures can be compared with yours in this browser. Undo in Settings.`,
  comparePhotosOpen: 'Compare both pictures',
  notCompared: 'Not compared yet',
  photoLayoutLabel: 'Layout',
  photoLayouts: { beside: 'Side by side', over: 'Overlaid' },
  photoSlider: 'How much of your picture shows',
  photosMisaligned: 'One shows more around the product, so they don’t line up exactly.',
  undoMirroring: 'Undo mirroring',
  offeredPictureAlt: 'The offer’s picture',
  photoUnavailable: 'This picture can’t be shown: its host doesn’t deliver it.',
  photoMeanings: {
    same: 'The photo is the same. That isn’t proof of the same product.',
    probably: 'Likely the same photo. Please check. The product may still differ.',
    other: 'A different photo. The product may still be the same.',
    'cannot-compare': 'These two can’t be compared automatically. Please check.',
    'not-checked': 'Not compared yet. Please check.',
  },
  comparisonMethod: (method: string) => `Compared in this browser, method ${method}.`,
  reuseTitle: 'Who uses my photo',
  reuseOfYourPhoto: (offers: number, suppliers: number, unnamed: number) => {
    if (offers === 0) return 'No offer shows your photo.'
    const show = offers === 1 ? '1 offer shows your photo' : `${offers} offers show your photo`
    const named = suppliers === 1 ? '1 supplier' : `${suppliers} suppliers`
    if (suppliers === 0) return `${show}; no supplier is named.`
    if (unnamed === 0) return `${show}, from ${named}.`
    return `${show}, from ${named}; ${unnamed === 1 ? '1 doesn’t name its supplier' : `${unnamed} don’t name their supplier`}.`
  },
  otherReusedPhotos: (count: number) => {
    if (count === 0) return 'No other photo is shared between offers.'
    return count === 1
      ? '1 other photo is shared between offers.'
      : `${count} other photos are shared between offers.`
  },
  reuseNoPhotos: 'No pictures could be compared.',
  reuseNoOffers: 'No offers to check yet.',
  reuseNoPicture: 'Your picture is no longer stored: search with it again.',
  reuseScope: (loaded: string) => `Among the ${loaded} loaded offers; there are more.`,
  reuseScopeAll: (count: number) =>
    count === 1 ? 'The search found 1 offer.' : `Among all ${count.toLocaleString('en')} offers.`,
  reuseRemaining: (count: number) =>
    count === 1 ? '1 picture still to compare.' : `${count} pictures still to compare.`,
  reuseUnreadable: (count: number) =>
    count === 1 ? '1 picture couldn’t be compared.' : `${count} pictures couldn’t be compared.`,
  reuseDisclaimer:
    'A shared photo shows who uses it. It doesn’t show who owns it or that the product is the same.',
  yourPhoto: 'Your photo',
  yourPhotoNumber: (number: number) => `Your photo ${number}`,
  likelyYourPhoto: 'Likely your photo: please check',
  photoUsers: (offers: number, suppliers: number) =>
    `Your photo: ${offers === 1 ? '1 offer' : `${offers} offers`}, ${suppliers === 1 ? '1 supplier' : `${suppliers} suppliers`}`,
  noPhotoUsers: 'Check who else shows your photo.',
  photoNumber: (number: number) => `Photo ${number}`,
  supplierCount: (count: number) => (count === 1 ? '1 supplier' : `${count} suppliers`),
  unnamedSupplierCount: (count: number) => `${count} not named`,
  supplierUnnamed: 'Supplier not named',
}

export type PhotoTexts = typeof photos
