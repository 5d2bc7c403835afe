export const evidenceEn = {
  title: 'Evidence of a search on 1688',
  noScript:
    'Nothing has been checked yet: only this file’s own script shows its contents, and it did not run. Either scripts are turned off here, or the file was changed. Do not rely on it.',

  count: 'Answers signed and unchanged: {holding} of {count}.',
  holds: 'The signatures are valid: what was signed is unchanged',
  holdsMore:
    'Query, time and offers are exactly what the key below signed. This file cannot tell whether that key is the proxy’s: compare its thumbprint with the one that the proxy publishes.',
  changed: 'Changed: a signature does not match what is shown here',
  changedMore: 'Do not rely on this file. The table shows which part differs from what was signed.',
  restChanged: 'Changed after it was saved',
  restChangedMore:
    'Parts that no signature covers are no longer as they were saved. The table shows which. Do not rely on them.',
  unsigned: 'Not signed',
  unsignedMore:
    'The proxy signed nothing. This file shows what someone says a search found, and proves none of it.',
  partly: 'Only partly signed',
  partlyMore: 'The table shows which answers are signed. This file proves nothing about the others.',
  unchecked: 'Cannot be checked here',
  uncheckedMore:
    'This browser does not support Ed25519 signatures, or not on this page. Save the file and open it from disk in Chrome or Edge 137, Firefox 129, Safari 17, or later.',
  keyMissing:
    'The signing key is not in this file: the proxy could not be reached for it, or no longer publishes it. Anyone who has the key can check the signed text; see the end of this file.',
  print: 'Print or save as PDF',
  printed: 'A printout or PDF cannot check itself: pass on the file as well.',

  searched: 'What was searched',
  sent: 'The picture as it was sent',
  found: 'The picture as it was found (not signed)',
  notFound: 'The picture as it was found is not in this file:',
  whyNotFound: {
    large: 'it is too large, or its format is unusual. Its digest is below.',
    given: 'it is a file of the person who searched. Its digest is below.',
    screen: 'there was no file to read, so it was taken from a screenshot.',
    part: 'what was sent was cropped from a picture sent before.',
    gone: 'it is stored for the browser session only, which was over, or it could not be read.',
  },
  foundFile: 'File as it was found (not signed)',
  foundType: '{type}, {bytes} bytes',
  foundDigest: 'SHA-256 of that file (not signed)',
  answer: 'Answer {place} of {count}, offers: {offers}',
  answerShort: 'Answer {place}',
  signedAt: 'Answered at (signed)',
  claimedAt: 'Answered at (not checked)',
  foundAt: "Found at (this browser's clock, not signed)",
  kind: 'Search for',
  same: 'the same product',
  similar: 'similar products',
  provider: '1688 API',
  query: 'Query',
  searchId: 'Search ID',
  proxy: 'Proxy (not signed)',
  pageAddress: "Page the picture was on (the user's statement, not signed)",
  pageTitle: "Title of that page (the user's statement, not signed)",

  checks: 'What was checked',
  result: 'Result',
  bySignature: 'By its signature',
  byChecksum: 'By a checksum',
  signature: 'The signature itself',
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
    words: 'Texts of this file',
    language: 'Language of this file',
    version: 'Version that wrote it',
    frame: 'Script and layout of this file',
    text: 'How the data is written',
  },
  checksumMeans:
    'A checksum reveals accidents and careless changes. It is not proof: anyone who changes a part on purpose can write a new checksum, or change the script that checks it. Only a check by other means rules that out; see the end of this file.',

  noOffers: 'This answer has no offers.',
  listPrice: '{price} yuan, list price; 1688 does not state the quantity',
  noPrice: 'not stated',
  priceLabel: 'Price',
  tier: 'from {count}: {price} yuan',
  minimum: 'MOQ',
  supplier: 'Supplier',
  offerId: 'Offer ID',
  address: 'Address',
  picture: 'Picture of offer {place} (not signed)',
  noPicture: 'no picture saved',
  verdict: 'Compared (not signed)',
  method: 'method {method}',

  proves: 'What this proves',
  provesList: {
    answer:
      'That the holder of the key below returned, in each signed answer, exactly these offers, in this order, for exactly this query and this picture, at the signed time.',
    time: 'The time is when the proxy answered. What 1688 said may have been cached by the proxy for a while before.',
  },
  provesNothing: 'The proxy signed nothing, so this file proves nothing about the search.',
  provesNoPicture:
    'The search used a picture’s URL: the signature does not say which picture, and does not cover the one shown here.',
  notProves: 'What this does not prove',
  notProvesList: {
    owner: 'Who owns the picture, who took it, or who used it first.',
    exists: 'That an offer still exists, or still costs the same.',
    platform: 'That 1688 showed this: 1688 signs nothing. It is as credible as the operator of the proxy.',
    complete:
      'That these are all the answers: each is signed on its own. Only a checksum shows that one was left out or moved.',
    key: 'That the key belongs to the proxy: a forger can put their own key into a file and sign with it.',
    page: "Where the picture was found, and when: that is the user's statement.",
    pictures:
      'That the pictures are those of the offers, or what a comparison said about them: no signature covers them.',
    law: 'Anything in law: this is not legal advice.',
  },

  own: 'Check it without this file',
  compare:
    'Compare the thumbprint (RFC 7638) with that of the key of the same name at this address. Anyone may fetch it:',
  keyName: 'Name of the key',
  thumbprint: 'Thumbprint of the key in this file',
  howOwn:
    'Any tool for JSON Web Signatures (RFC 7515, Ed25519: RFC 8037) can check the signed text. It states the SHA-256 of the sent picture and of the offers as canonical JSON (RFC 8785). Both are in this file in full, in the block “evidence”: the picture as “sent”, the offers in each of the “answers”.',
  signedText: 'Signed text',
  offersDigest: 'SHA-256 of the offers',
  pictureDigest: 'SHA-256 of the picture',
  said: 'What each answer says about the offer',
  field: 'About the offer',
  differs: '(differs)',
  saidAt: 'Fetched from 1688',
  at: '{what}: {time}',
  offerTitle: 'Title',
  available: 'Can be bought',
  availability: { active: 'yes', unavailable: 'no' },
  promotionPrice: 'Promotion price',
  byVariant: '{price} yuan, by variant, at any quantity',
  yuan: '{price} yuan',
  stock: 'In stock',
  stockIs: 'in stock: {stock}',
  sentFrom: 'Sent from',
  variant: 'Variant {name}',
  noVariant: 'no such variant',
  notStated: 'not stated',
  offerChecked: 'The offer and the time',
  offerDigest: 'SHA-256 of the offer',
  madeBy: 'Written by Find on 1688, version {version}. This file loads nothing from the network.',
} as const

type Named = Record<string, string>

/** The file carries its texts, so they are strings only; names in braces are filled in. */
export type EvidenceTexts = {
  [name in keyof typeof evidenceEn]: (typeof evidenceEn)[name] extends string ? string : Named
}
