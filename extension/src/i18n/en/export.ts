export const exporting = {
  exportMenu: 'Export',
  saveXlsx: 'Save as Excel',
  saveCsv: 'Save as CSV',
  saveExcelCsv: (number: string) => `Save as Excel CSV (${number})`,
  copyText: 'Copy as text',
  copyInquiry: 'Copy message to supplier',
  fileSaved: (name: string) => `Saved ${name}.`,
  fileNotSaved: 'The file couldn’t be saved.',
  offersCopied: (count: number) => (count === 1 ? 'Copied 1 offer.' : `Copied ${count} offers.`),
  notCopied: 'The browser blocked copying.',
  listExport: {
    title: 'Export product list',
    format: 'Format',
    excel: 'Excel (.xlsx)',
    csv: 'CSV',
    excelCsv: (number: string) => `CSV for Excel (${number})`,
    products: 'Products',
    allProducts: (count: string) => `All ${count}`,
    shownProducts: (count: string) => `${count} that match the filters`,
    decidedProducts: (count: string) => `${count} decided`,
    offers: 'Offers per product',
    offersNote: 'Besides the one you took.',
    pictures: 'Include small pictures',
    picturesNote: 'Yours and those of the offers you took. Links are always included.',
    picturesMissing: (count: number) =>
      count === 1
        ? '1 offer’s picture couldn’t be read.'
        : `${count.toLocaleString('en')} offers’ pictures couldn’t be read.`,
    save: 'Save file',
    progress: 'Writing the file',
    stop: 'Stop',
    readBack: 'Open an edited file…',
    readBackTitle: 'Or decide in a spreadsheet',
    readBackNote:
      'Save the file, edit its decisions and notes, then open it here. As a decision, write Taken, None fits or the number of an offer. Keep the 1688 columns; the last one is hidden.',
    readBackDone: (count: number) =>
      count === 1 ? '1 product changed.' : `${count.toLocaleString('en')} products changed.`,
    readBackNothing: 'Nothing in the file differs from this list.',
    readBackKept: (count: number) =>
      count === 1
        ? '1 product was changed here since, and stays.'
        : `${count.toLocaleString('en')} products were changed here since, and stay.`,
    readBackOther: 'These are the decisions of this list.',
    columnsMissing: (headers: string) => `No longer in the file: ${headers}.`,
    notOurs: 'This file wasn’t exported from a product list.',
    listGone:
      'The list of this file is no longer here. Open the file under Product lists: it becomes a new list.',
    notRead: 'The file couldn’t be read.',
    lineProblem: (line: string, problem: string) => `Line ${line}: ${problem}`,
    moreProblems: (count: string) => `and ${count} more`,
    problems: {
      decision_unknown: 'the decision can’t be read',
      offer_unknown: 'this offer isn’t among those found',
      row_of_other_list: 'is of another list',
      row_twice: 'is there twice; the first one counts',
      row_not_in_list: 'isn’t in this list',
    },
  },
  saveEvidence: 'Save evidence…',
  evidence: {
    title: 'Save evidence',
    noSearch: 'Nothing to save yet: search with a picture first.',
    intro: 'One HTML file that shows this search and checks itself offline, in any current browser.',
    offerIntro:
      'One HTML file with what your proxy signed about this offer, before and after. It checks itself offline.',
    loadingKeys: 'Getting your proxy’s public keys…',
    allSigned: (answers: number) =>
      answers === 1
        ? 'Signed by your proxy: the answer is unchanged.'
        : `Signed by your proxy: all ${answers} answers are unchanged.`,
    partlySigned: (holding: number, answers: number) =>
      `${holding} of ${answers} answers ${holding === 1 ? 'is' : 'are'} signed by your proxy and unchanged. The file proves nothing about the others.`,
    unsigned:
      'Not signed: your proxy doesn’t sign answers, or didn’t when you searched. You can still save the file, but it proves nothing about where the offers came from.',
    changed:
      'A signature doesn’t match what’s stored here, and the file will say so. Search again for a valid one.',
    uncheckable: 'This browser doesn’t support the signature, or your proxy no longer publishes its key.',
    uncheckedNote: 'The file will say that it wasn’t checked here.',
    contents: 'What’s in the file',
    sentPicture: 'The picture as it was sent',
    sourcePicture: (type: string, kilobytes: string) =>
      `The picture as it was found: the whole file (${type}, ${kilobytes} kB)`,
    offerCount: (offers: number, answers: number) =>
      `${offers === 1 ? '1 offer' : `${offers} offers`} in ${answers === 1 ? '1 answer' : `${answers} answers`}, including hidden ones`,
    offerPictures: (possible: number, offers: number) =>
      `Offers’ pictures that can be read: ${possible} of ${offers}`,
    photoVerdicts: (method: string) => `Results of the photo comparison (${method})`,
    worker: (host: string) => `Your proxy: ${host} and its public keys`,
    firstPhotoOnly: 'Of several photos, only the first and what it found.',
    includePage: 'Include when and where I found it',
    includeTime: 'Include when I found it',
    provesBriefly:
      'It proves what your proxy answered, to which picture and when. It doesn’t prove who owns the picture or that 1688 showed this, and it isn’t legal advice.',
    provesInFull: 'What this proves, and what it doesn’t',
    readingPictures: (count: number) => `Reading offers’ pictures: ${count}…`,
    savedSummary: ({ unread, noRoom }: { unread: number; noRoom: number }) => {
      const pictures = (offers: number) =>
        offers === 1 ? 'the picture of 1 offer' : `the pictures of ${offers} offers`
      return (
        [
          unread > 0 && `Not included: ${pictures(unread)}, which couldn’t be read.`,
          noRoom > 0 && `Not included: ${pictures(noRoom)}, because the file would exceed 12 MB.`,
        ]
          .filter(Boolean)
          .join(' ') || 'Everything is in the file.'
      )
    },
    notSavedHint: 'Try again, or search with the picture again.',
  },
}

export type ExportTexts = typeof exporting
