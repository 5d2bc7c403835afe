export const evidenceEn = {
  title: 'Evidence of a search on 1688',
  noScript:
    'Nothing has been checked yet: what stands in this file is shown only by its own script, which did not run. Either scripts are off here, or the file was changed. Do not rely on it.',

  count: 'Answers that are signed and unchanged: {holding} of {count}.',
  holds: 'The signatures hold: what was signed is unchanged',
  holdsMore:
    'Query, time and offers are exactly what the key below signed. Whether that key is the one of the proxy, this file cannot tell: compare its thumbprint with what the proxy publishes.',
  changed: 'Changed: a signature does not hold for what is shown here',
  changedMore: 'Do not rely on this file. The table says which part differs from what was signed.',
  restChanged: 'Changed after it was saved',
  restChangedMore:
    'Parts that no signature covers are not as they were saved. The table says which. Do not rely on them.',
  unsigned: 'Not signed',
  unsignedMore:
    'The proxy signed nothing. This file shows what somebody says a search found, and proves none of it.',
  partly: 'Not all of it is signed',
  partlyMore: 'The table says which answers are. This file proves nothing of the others.',
  unchecked: 'Cannot be checked here',
  uncheckedMore:
    'This browser knows no Ed25519 signatures, or keeps them from this page. Save the file, and open it from disk in Chrome or Edge 137, Firefox 129 or Safari 17, or later ones.',
  keyMissing:
    'The key that signed is not in this file: the proxy could not be asked for it, or no longer publishes it. Who has the key can check the signed text; see the end of this file.',
  print: 'Print or save as PDF',
  printed: 'On paper or as a PDF nothing checks itself any more: hand on the file as well.',

  searched: 'What was searched',
  sent: 'The picture as it was sent',
  found: 'The picture as it was found (not signed)',
  notFound: 'The picture as it was found is not in this file:',
  whyNotFound: {
    large: 'it is too large, or of an unusual kind. Its digest stands below.',
    given: 'it is a file of the person who searched. Its digest stands below.',
    screen: 'there was no file to read, so that it was cut out of what the screen showed.',
    part: 'what was sent was cut out of a picture that had been sent before.',
    gone: 'it is kept for the session of the browser only, and that was over, or it could not be read.',
  },
  foundFile: 'File that was found (not signed)',
  foundType: '{type}, {bytes} bytes',
  foundDigest: 'SHA-256 of that file (not signed)',
  answer: 'Answer {place} of {count}, offers: {offers}',
  answerShort: 'Answer {place}',
  signedAt: 'Answered at (signed)',
  claimedAt: 'Answered at (not checked)',
  foundAt: "Found at (this browser's clock, not signed)",
  kind: 'Search',
  same: 'the same product',
  similar: 'similar products',
  provider: '1688 interface',
  query: 'Query',
  searchId: 'Search number',
  proxy: 'Through the proxy at (not signed)',
  pageAddress: "Page the picture was on (the user's statement, not signed)",
  pageTitle: "Title of that page (the user's statement, not signed)",

  checks: 'What was checked',
  result: 'Result',
  bySignature: 'By its signature',
  byChecksum: 'By a checksum',
  signature: 'Signature itself',
  signedQuery: 'Query and time',
  offersChecked: 'Offers and their order',
  pictureChecked: 'Picture as it was sent',
  states: {
    holds: 'unchanged',
    changed: 'CHANGED',
    unsigned: 'not signed',
    unchecked: 'not checked',
  },
  asSaved: 'as saved',
  parts: {
    answers: 'Answers, as saved: how many, and their order',
    sent: 'The sent picture, as saved',
    found: 'Picture as it was found',
    foundAt: 'Time it was found',
    page: 'Page it was found on',
    offerPictures: 'Pictures of the offers',
    verdicts: 'Comparisons of the pictures',
    keys: 'Keys, as saved',
    workerAddress: 'Address of the proxy',
    words: 'Words of this file',
    language: 'Language of this file',
    version: 'Version that wrote it',
    frame: 'Script and looks of this file',
    text: 'How the data are written',
  },
  checksumMeans:
    'A checksum tells of accidents and of careless changes. It is no proof: whoever changes a part on purpose can write a new checksum, and can change the script that checks. Against that, only a check with other means helps; see the end of this file.',

  noOffers: 'There are no offers in it.',
  listPrice: '{price} yuan, list price; 1688 does not say for which quantity',
  noPrice: 'not told',
  priceLabel: 'Price',
  tier: 'from {count}: {price} yuan',
  minimum: 'Minimum order',
  supplier: 'Supplier',
  offerId: 'Offer number',
  address: 'Address',
  picture: 'Picture of offer {place} (not signed)',
  noPicture: 'no picture kept',
  verdict: 'Compared (not signed)',
  method: 'method {method}',

  proves: 'What this proves',
  provesList: {
    answer:
      'That whoever holds the key below returned, in each signed answer, exactly these offers, in this order, for exactly this query and this picture, at the time that is signed.',
    time: 'The time is when the proxy gave the answer. The proxy may have kept what 1688 said for a while before.',
  },
  provesNothing: 'The proxy signed nothing, so this file proves nothing of the search.',
  provesNoPicture:
    'The search was made by an address: the signature does not say which picture, and does not cover the one shown here.',
  notProves: 'What this does not prove',
  notProvesList: {
    owner: 'Who owns the picture, who took it, or who used it first.',
    exists: 'That an offer still exists, or still costs the same.',
    platform:
      'That 1688 showed this: 1688 signs nothing. It is worth as much as the operator of the proxy is believed.',
    complete:
      'That these are all the answers: each is signed by itself. That one was left out, or put in another place, is told by a checksum alone.',
    key: 'That the key belongs to the proxy: a forger can put a key of his own into a file and sign with it.',
    page: "Where the picture was found, and when: that is the user's statement.",
    pictures:
      'That the pictures of the offers are theirs, or what a comparison said of them: no signature covers them.',
    law: 'Anything in law: this is no legal opinion.',
  },

  own: 'To check it without this file',
  compare:
    'Compare the thumbprint (RFC 7638) with that of the key of the same name at this address. Anybody may fetch it:',
  keyName: 'Name of the key',
  thumbprint: 'Thumbprint of the key in this file',
  howOwn:
    'Any tool for JSON Web Signatures (RFC 7515, Ed25519: RFC 8037) can check the signed text. It says the SHA-256 of the sent picture, and that of the offers as canonical JSON (RFC 8785); both stand in this file in full, in the block “evidence”: the picture as “sent”, the offers in each of the “answers”.',
  signedText: 'Signed text',
  offersDigest: 'SHA-256 of the offers',
  pictureDigest: 'SHA-256 of the picture',
  madeBy: 'Written by Find on 1688, version {version}. This file loads nothing from anywhere.',
} as const

type Named = Record<string, string>

/** The file carries its texts, so they are strings only; names in braces are filled in. */
export type EvidenceTexts = {
  [name in keyof typeof evidenceEn]: (typeof evidenceEn)[name] extends string ? string : Named
}
