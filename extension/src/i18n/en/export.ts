export const exporting = {
  exportMenu: 'Export',
  saveXlsx: 'Save as Excel',
  saveCsv: 'Save as CSV',
  saveExcelCsv: (number: string) => `Save as CSV for Excel (decimals: ${number})`,
  copyText: 'Copy as text',
  copyInquiry: 'Copy message to supplier',
  fileSaved: (name: string) => `Saved ${name}.`,
  fileNotSaved: 'The file could not be written.',
  offersCopied: (count: number) => (count === 1 ? 'Copied 1 offer.' : `Copied ${count} offers.`),
  inquiryCopied: 'Copied a message in Chinese, with its English meaning below.',
  notCopied: 'The browser did not let it be copied.',
  saveEvidence: 'Save evidence…',
  evidence: {
    title: 'Save evidence',
    noSearch: 'There is nothing to save yet: search with a picture first.',
    intro: 'One HTML file that shows this search and checks itself offline, in any current browser.',
    loadingKeys: 'Asking your proxy for the keys that it signs with…',
    allSigned: (answers: number) =>
      answers === 1
        ? 'Signed by your proxy: the answer is unchanged.'
        : `Signed by your proxy: all ${answers} answers are unchanged.`,
    partlySigned: (holding: number, answers: number) =>
      `${holding} of ${answers} answers are signed by your proxy and unchanged. The file proves nothing of the others.`,
    unsigned:
      'Not signed: your proxy signs nothing, or this search is from before it did. The file then proves nothing about where the offers came from. It can be saved all the same.',
    changed:
      'A signature does not fit what is kept here, and the file will say so. Search again for a sound one.',
    uncheckable: 'This browser does not know the signature, or your proxy no longer publishes its key.',
    uncheckedNote: 'The file will say that it was not checked here.',
    contents: 'What will be in it',
    sentPicture: 'The picture as it was sent',
    sourcePicture: (type: string, kilobytes: string) =>
      `The picture as it was found (${type}, ${kilobytes} kB), the whole file`,
    offerCount: (offers: number, answers: number) =>
      `${offers === 1 ? '1 offer' : `${offers} offers`} in ${answers === 1 ? '1 answer' : `${answers} answers`}, hidden ones too`,
    offerPictures: (possible: number, offers: number) =>
      `Pictures of offers that can be read: ${possible} of ${offers}`,
    photoVerdicts: (method: string) => `What the comparison of photos says (${method})`,
    worker: (host: string) => `Your proxy: ${host} and its public keys`,
    firstPhotoOnly: 'Of several photos, only the first and what it has found.',
    includePage: 'Say when and where I found it',
    includeTime: 'Say when I found it',
    provesBriefly:
      'It proves what your proxy answered, to which picture and when. It does not prove who owns the picture or that 1688 showed this, and it is no legal opinion.',
    provesInFull: 'All that it proves, and what not',
    readingPictures: (count: number) => `Pictures of offers read: ${count}…`,
    savedSummary: ({ unread, noRoom }: { unread: number; noRoom: number }) =>
      [
        unread > 0 && `Not in it: pictures of ${unread} offers that could not be read.`,
        noRoom > 0 && `Not in it: pictures of ${noRoom} offers, for a file is at most 12 MB.`,
      ]
        .filter(Boolean)
        .join(' ') || 'All of it is in the file.',
    notSavedHint: 'Try again, or search with the picture again.',
  },
}

export type ExportTexts = typeof exporting
