import type {
  Attestation,
  AttestationKeys,
  DetailedOffer,
  OfferAttestation,
  SearchAnswer,
} from '@find-on-1688/shared'
import type { EvidenceTexts } from './texts-en.ts'

/** The result of comparing an offer's photo, in words, and the version of the method. */
interface EvidenceVerdict {
  kind: string
  words: string
  method: string
}

/** One answer of the worker, its offers unchanged and in their order, because that is what was signed. */
export interface EvidenceAnswer extends Pick<SearchAnswer, 'searchId' | 'offers'> {
  /** `null` if unknown. */
  provider: SearchAnswer['provider'] | null
  mode: SearchAnswer['mode'] | null
  /** As far as it is known here; the signed query counts. */
  query: Partial<Attestation['query']>
  /** SHA-256 in hex of the picture as the worker received it; `null` if the search was by URL. */
  imageSha256: string | null
  /** A compact JWS; `null` if the worker does not sign. */
  attestation: string | null
}

/** One answer of the worker about one offer, unchanged, because that is what was signed. */
export interface EvidenceDetails {
  /** As far as it is known here: a newer worker may say, and sign, more. */
  offer: DetailedOffer
  /** A compact JWS. */
  attestation: string
}

/**
 * Why the file does not contain the picture as it was found: it is too large; the user uploaded it and has it; it was
 * cropped from a screenshot, or from a picture that was sent before; or it is no longer available.
 */
type SourceMissingReason = 'large' | 'given' | 'screen' | 'part' | 'gone'

/** The picture as it was found, as a `data:` URL, or why it is missing. */
export interface SourcePicture {
  picture: string | null
  why: SourceMissingReason | null
  /** SHA-256 in hex, media type and size in bytes, if known. */
  file: { sha256: string; type: string; bytes: number } | null
}

/** What every evidence file has. */
interface FileInput {
  language: 'en' | 'zh'
  /** The extension's version. */
  version: string
  /** The worker's published keys, `null` if they could not be fetched. */
  keys: AttestationKeys | null
  workerAddress: string
}

/** Of an offer, at several times. */
export interface OfferEvidenceInput extends FileInput {
  /** The oldest first. */
  details: EvidenceDetails[]
}

/** Of a search. */
export interface EvidenceInput extends FileInput {
  /** The picture as it was sent, byte for byte, as a `data:` URL. */
  sent: string
  found: SourcePicture
  /** When (ISO 8601, by this browser's clock) and where it was found: only if the user agreed. */
  foundAt: string | null
  page: { address: string; title: string } | null
  /** In the order of their pages. */
  answers: EvidenceAnswer[]
  /** `data:` URLs by offer id. */
  offerPictures: Record<string, string>
  /** By offer id; `null` if nothing was compared. */
  verdicts: Record<string, EvidenceVerdict> | null
}

/** The file's contents: everything it shows, its own texts included. */
export interface EvidenceData extends EvidenceInput {
  words: EvidenceTexts
}

/** The same of a file of an offer. */
export interface OfferEvidenceData extends OfferEvidenceInput {
  words: EvidenceTexts
}

/** The parts of a file that are not data. They have checksums too: a changed script or style changes what the file says. */
export interface EvidenceFrame {
  policy: string
  style: string
  script: string
  /** The text of the data, white space included. */
  data: string
}

/** SHA-256 in hex by name: of each part of the data, of the frame, and of the text that the data is written in. */
export type Checksums = Record<string, string>

export type PartStatus = 'holds' | 'changed' | 'unsigned' | 'unchecked'

/** The result for one answer; `state` is the worst of the others. */
export interface CheckedAnswer {
  state: PartStatus
  signature: PartStatus
  offers: PartStatus
  picture: PartStatus
  query: PartStatus
  /** The signed payload if it can be read, whether or not its signature holds. */
  signed: Attestation | null
  /** The key it was checked with; `null` if the file has no key of that name. */
  key: { kid: string; thumbprint: string } | null
}

/** The result for one answer about an offer. */
export interface CheckedDetails {
  state: PartStatus
  signature: PartStatus
  offer: PartStatus
  signed: OfferAttestation | null
  key: CheckedAnswer['key']
}

/** The result for a whole file. */
export interface CheckResult<T extends CheckedAnswer | CheckedDetails = CheckedAnswer> {
  /** The worst state of the answers. `rest_changed`: only unsigned parts were changed after the file was saved. */
  state: PartStatus | 'rest_changed'
  answers: T[]
  /** Names of the parts whose checksum differs; `null` if checksums cannot be computed here. */
  changed: string[] | null
}

/** Web Crypto's functions, under whatever name a runtime's types have for them. */
export type Subtle = typeof crypto.subtle
