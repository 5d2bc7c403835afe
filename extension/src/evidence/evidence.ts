import type { Attestation, AttestationKeys, SearchAnswer } from '@find-on-1688/shared'
import type { EvidenceTexts } from './words.ts'

/** What a comparison of photos said of an offer, in words, and which version of it said so. */
export interface EvidenceVerdict {
  kind: string
  words: string
  method: string
}

/** One answer of the worker, with its offers as they came and in their order: that is what was signed. */
export interface EvidenceAnswer extends Pick<SearchAnswer, 'searchId' | 'offers'> {
  /** `null` where that is not known. */
  provider: SearchAnswer['provider'] | null
  mode: SearchAnswer['mode'] | null
  /** As far as it is known here; what was signed of it counts. */
  query: Partial<Attestation['query']>
  /** SHA-256 in hex of the picture as the worker received it; `null` where an address was searched. */
  imageSha256: string | null
  /** A compact JWS; `null` where the worker signs nothing. */
  attestation: string | null
}

/**
 * Why the picture as it was found is not in a file: it is too large; a person gave it and keeps it; it was cut out of what
 * the screen showed, or out of a picture that was sent before; or nothing is known of it any more.
 */
export type SourceMissingReason = 'large' | 'given' | 'screen' | 'part' | 'gone'

/** The picture as it was found, as a `data:` address, or why it is not here. */
export interface SourcePicture {
  picture: string | null
  why: SourceMissingReason | null
  /** SHA-256 in hex, media type and size of its bytes, as far as they are known. */
  file: { sha256: string; type: string; bytes: number } | null
}

export interface EvidenceInput {
  language: 'en' | 'zh'
  /** Of the extension. */
  version: string
  /** The picture as it was sent, byte for byte, as a `data:` address. */
  sent: string
  found: SourcePicture
  /** When it was found by this browser's clock, ISO 8601, and where: only where the person agreed. */
  foundAt: string | null
  page: { address: string; title: string } | null
  /** In the order of their pages. */
  answers: EvidenceAnswer[]
  /** What the worker publishes, `null` where it could not be asked, and where the worker is. */
  keys: AttestationKeys | null
  workerAddress: string
  /** `data:` addresses by offer id. */
  offerPictures: Record<string, string>
  /** By offer id; `null` where nothing was compared. */
  verdicts: Record<string, EvidenceVerdict> | null
}

/** What stands in the file: everything it shows, its own words too. */
export interface EvidenceData extends EvidenceInput {
  words: EvidenceTexts
}

/** Of a file, what is not data: whoever changes its script or its looks changes what it says. */
export interface EvidenceFrame {
  policy: string
  style: string
  script: string
  /** The text of the data, blanks included. */
  data: string
}

/** SHA-256 in hex of each part of the data by its name, of the frame, and of the text that the data are written in. */
export type Checksums = Record<string, string>

export type PartStatus = 'holds' | 'changed' | 'unsigned' | 'unchecked'

/** What a check of one answer found; `state` is the worst of the rest. */
export interface CheckedAnswer {
  state: PartStatus
  signature: PartStatus
  offers: PartStatus
  picture: PartStatus
  query: PartStatus
  /** What the signature says, where it can be read. Whether it holds is another question. */
  signed: Attestation | null
  /** The key that it is checked with; `null` where the file has none of its name. */
  key: { kid: string; thumbprint: string } | null
}

/** What a check of a file found. */
export interface CheckResult {
  /**
   * The worst of the answers'. `rest_changed`: nothing that was signed, but something else, was changed after the file was
   * saved.
   */
  state: PartStatus | 'rest_changed'
  answers: CheckedAnswer[]
  /** Names of the parts whose checksum is another one; `null` where that cannot be told here. */
  changed: string[] | null
}

/** What checks and digests are made with, by whatever name a runtime's types know it. */
export type Subtle = typeof crypto.subtle
