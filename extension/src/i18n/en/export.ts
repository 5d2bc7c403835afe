export const exporting = {
  takeOut: 'Export',
  saveXlsx: 'Save as Excel',
  saveCsv: 'Save as CSV',
  copyText: 'Copy as text',
  copyInquiry: 'Copy an inquiry',
  savedFile: (name: string) => `Saved ${name}.`,
  notSaved: 'The file could not be written.',
  copiedText: (count: number) => (count === 1 ? 'Copied 1 offer.' : `Copied ${count} offers.`),
  copiedInquiry: 'Copied an inquiry in Chinese, with its English meaning below.',
  notCopied: 'The browser did not let it be copied.',
  saveEvidence: 'Save evidence…',
  evidence: {
    title: 'Save evidence',
    nothing: 'There is nothing to save yet: search with a picture first.',
    lead: 'One HTML file that shows this search and checks itself offline, in any current browser.',
    asking: 'Asking your proxy for the keys that it signs with…',
    holds: (answers: number) =>
      answers === 1
        ? 'Signed by your proxy: the answer is unchanged.'
        : `Signed by your proxy: all ${answers} answers are unchanged.`,
    partly: (holding: number, answers: number) =>
      `${holding} of ${answers} answers are signed by your proxy and unchanged. The file proves nothing of the others.`,
    unsigned:
      'Not signed: your proxy signs nothing, or this search is from before it did. The file then proves nothing about where the offers came from. It can be saved all the same.',
    changed:
      'A signature does not fit what is kept here, and the file will say so. Search again for a sound one.',
    uncheckedHere: 'This browser does not know the signature, or your proxy no longer publishes its key.',
    unchecked: 'The file will say that it was not checked here.',
    contents: 'What will be in it',
    sent: 'The picture as it was sent',
    found: (type: string, kilobytes: string) =>
      `The picture as it was found (${type}, ${kilobytes} kB), the whole file`,
    offers: (offers: number, answers: number) =>
      `${offers === 1 ? '1 offer' : `${offers} offers`} in ${answers === 1 ? '1 answer' : `${answers} answers`}, hidden ones too`,
    pictures: (possible: number, offers: number) =>
      `Pictures of offers that can be read: ${possible} of ${offers}`,
    verdicts: (method: string) => `What the comparison of photos says (${method})`,
    proxy: (host: string) => `Your proxy: ${host} and its public keys`,
    firstPhoto: 'Of several photos, only the first and what it has found.',
    where: 'Say when and where I found it',
    when: 'Say when I found it',
    proves:
      'It proves what your proxy answered, to which picture and when. It does not prove who owns the picture or that 1688 showed this, and it is no legal opinion.',
    meaning: 'All that it proves, and what not',
    reading: (count: number) => `Pictures of offers read: ${count}…`,
    saved: ({ unread, noRoom }: { unread: number; noRoom: number }) =>
      [
        unread > 0 && `Not in it: pictures of ${unread} offers that could not be read.`,
        noRoom > 0 && `Not in it: pictures of ${noRoom} offers, for a file is at most 12 MB.`,
      ]
        .filter(Boolean)
        .join(' ') || 'All of it is in the file.',
    notSavedNext: 'Try again, or search with the picture again.',
  },
}

export type ExportTexts = typeof exporting
