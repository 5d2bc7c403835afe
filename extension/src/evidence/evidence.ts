import type { Attestation, AttestationKeys, SearchAnswer } from '@find-on-1688/shared'
import type { Words } from './words.ts'

/** What a comparison of photos said of an offer, in words, and which version of it said so. */
export interface Verdict {
  kind: string
  words: string
  method: string
}

/** One answer of the worker, with its offers as they came and in their order: that is what was signed. */
export interface EvidenceAnswer extends Pick<SearchAnswer, 'searchId' | 'provider' | 'mode' | 'offers'> {
  /** As far as it is known here; what was signed of it counts. */
  query: Partial<Attestation['query']>
  /** SHA-256 in hex of the picture as the worker received it; `null` where an address was searched. */
  imageSha256: string | null
  /** A compact JWS; `null` where the worker signs nothing. */
  attestation: string | null
}

export interface EvidenceInput {
  language: 'en' | 'zh'
  /** Of the extension. */
  version: string
  /** The picture as it was sent, byte for byte, as a `data:` address. */
  sent: string
  /** The picture as it was found, as a `data:` address; `null` where there is none to show. */
  found: string | null
  /** When it was found by this browser's clock, ISO 8601. */
  foundAt: string
  /** Where it was found: only where the person agreed. */
  page: { address: string; title: string } | null
  answer: EvidenceAnswer
  /** What the worker publishes, and where it is. */
  keys: AttestationKeys
  workerAddress: string
  /** `data:` addresses by offer id. */
  offerPictures: Record<string, string>
  /** By offer id; `null` where nothing was compared. */
  verdicts: Record<string, Verdict> | null
}

/** What stands in the file: everything it shows, its own words too. */
export interface EvidenceData extends EvidenceInput {
  words: Words
}

/** Of a file, what is not data: whoever changes its script or its looks changes what it says. */
export interface Frame {
  policy: string
  style: string
  script: string
  /** The text of the data, blanks included. */
  data: string
}

/** SHA-256 in hex of each part of the data by its name, of the frame, and of the text that the data are written in. */
export type Checksums = Record<string, string>

export type PartState = 'holds' | 'changed' | 'unsigned' | 'unchecked'

/** What a check of a file found. */
export interface Checked {
  /** `rest_changed`: nothing that was signed, but something else, was changed after the file was saved. */
  state: PartState | 'rest_changed'
  signature: PartState
  offers: PartState
  picture: PartState
  query: PartState
  /** What the signature says, where it can be read. Whether it holds is another question. */
  signed: Attestation | null
  key: { kid: string; thumbprint: string } | null
  /** Names of the parts whose checksum is another one; `null` where that cannot be told here. */
  changed: string[] | null
}

/** What checks and digests are made with, by whatever name a runtime's types know it. */
export type Subtle = typeof crypto.subtle
