/** Saving an offer's pictures. */
export const offerPictures = {
  offerPictures: {
    action: 'Save pictures',
    title: 'Save pictures',
    empty: 'No pictures to save',
    emptyHint: 'This offer is no longer in your results, shortlist or comparison, or has no picture.',
    count: (count: number) =>
      count === 1 ? '1 picture and a text file' : `${count} pictures and a text file`,
    intro:
      'One zip, made in this browser. The text file has titles, attributes, variants and the offer’s address.',
    onlyMain:
      'The offer’s details aren’t loaded, so only its main picture is known. The offer’s page loads them.',
    openOffer: 'Open offer page',
    grantWhy: (host: string) =>
      `To save them, the extension needs to read pictures at ${host}. Nothing is sent. Undo in Settings.`,
    save: 'Save as zip',
    saveAnyway: 'Try without',
    reading: (done: number, all: number) => `Reading pictures: ${done} of ${all}…`,
    cancel: 'Cancel',
    cancelled: 'Cancelled. Nothing was saved.',
    saved: (name: string) => `Saved ${name}.`,
    savedPartly: (name: string, saved: number, all: number) =>
      `Saved ${name} with ${saved} of ${all} pictures. The others couldn’t be read; the text file says why.`,
    noneRead: 'No picture could be read, so nothing was saved.',
  },
}

export type OfferPicturesTexts = typeof offerPictures
