import type { Offer, PhotoReason, PhotoVerdict, Provider } from '@find-on-1688/shared'
import type { Failure } from './failure.ts'
import type { SignedAnswer } from './search.ts'

/** More would fill the browser's storage, and no day's searches are enough for them. */
export const MAX_BATCH_ROWS = 5000

/** Products of the user's own that are searched one after the other: a page's, a folder's, a spreadsheet's. */
export interface Batch {
  id: string
  /** The name of the file or folder, or the page's title. */
  name: string
  /** Ms since the epoch. */
  createdAt: number
  from: 'page' | 'files' | 'table' | 'lines'
  /** The headers of the user's own columns, in their order; empty without a table. */
  columns: string[]
  settings: BatchSettings
  /** A batch that runs is one whose runner holds its lock: see `batch/runner.ts`. This is what the user wants of it. */
  state: 'ready' | 'running' | 'paused' | 'done'
  /** Why it paused, if not by the user. */
  pausedBy?: Failure | { code: 'budget' }
  /** How many searches of the day it has taken, at most. */
  searches: number
  /** Why nothing is searched just now although it runs. */
  waitingFor?: { failure: Failure }
}

export interface BatchSettings {
  /** Pieces, for rows that name no quantity. */
  quantity: number
  /** ISO 4217, for prices without a currency of their own; `null` if that is not known. */
  currency: string | null
  /** It pauses after so many searches; `null`: no limit of its own. */
  maxSearches: number | null
  /** What titles are translated into; missing until the first search. It stays, because only the same request again is free. */
  language?: string
}

/** One of the user's products. What the user did not say is `null`. */
export interface BatchRow {
  batchId: string
  /** From 0, in the user's order. */
  index: number
  /** In the file, from 1 and with its header; `null` if it came from no file. */
  line: number | null
  /** Cells of `Batch.columns` as they were. */
  own: string[]
  title: string | null
  /** The user's or the shop's number of the product. */
  productNumber: string | null
  link: string | null
  /** The selling price, a decimal string in `currency`. */
  price: string | null
  /** The high end if the user sells it at several prices, of which `price` is the low end. */
  priceTo?: string
  /** Others are known to be higher: "from $5". */
  isFrom?: true
  /** ISO 4217. */
  currency: string | null
  /** Pieces. */
  quantity: number | null
  /** Decimal string. */
  weightKg: string | null
  picture: RowPicture
  /** SHA-256 in hex of the JPEG that is sent; under it are the picture and the answer. `null` until it was read. */
  digest: string | null
  /** A row is not searched while it is `reading`, nor without a picture. */
  state: 'waiting' | 'reading' | 'searching' | 'done' | 'failed'
  /** A search for it is counted in `Batch.searches`, and has not been answered: sent again, it is still the same one. */
  isCounted?: true
  /** Why it failed. */
  failure?: RowFailure
  outcome?: RowOutcome
  /** `null` while it is undecided. */
  decision: RowDecision | null
  note: string
}

/** A product as it comes in, before it is a row of a batch. Decisions and notes are those of a table that was exported before. */
export type ProductInput = Pick<
  BatchRow,
  | 'line'
  | 'own'
  | 'title'
  | 'productNumber'
  | 'link'
  | 'price'
  | 'currency'
  | 'quantity'
  | 'weightKg'
  | 'picture'
> &
  Partial<Pick<BatchRow, 'priceTo' | 'isFrom' | 'failure' | 'decision' | 'note'>>

/** Where the picture's bytes come from. */
export type RowPicture =
  | { kind: 'address'; address: string }
  /** One of the dropped files, by its path in the folder or its name. */
  | { kind: 'file'; name: string }
  | { kind: 'none' }

/** What a list says of where a picture is; `null` if it names none. */
export function namedPicture(picture: RowPicture): string | null {
  if (picture.kind === 'none') return null
  return picture.kind === 'address' ? picture.address : picture.name
}

/** What can be wrong with a row before anything is sent. */
export type RowProblem =
  | 'no_picture_named'
  | 'file_missing'
  /** Two of the files have this name. */
  | 'file_ambiguous'
  /** It is in a cell of the spreadsheet, which is not open any more. */
  | 'spreadsheet_needed'
  | 'address_invalid'
  /** On this computer or in its network, and not allowed by itself. */
  | 'address_local'
  | 'address_not_found'
  | 'address_unreachable'
  /** Its website is not allowed yet. */
  | 'host_not_allowed'
  /** The page it was on was closed before its picture was read. */
  | 'page_gone'

export type RowFailure = Failure | { code: RowProblem; detail?: string }

/** What the list of rows needs to know of a row's answer. */
export interface RowOutcome {
  /** When 1688 answered, ms since the epoch. */
  at: number
  /** How many offers are loaded. */
  offers: number
  /** How many of them could be compared with the row's photo, and what that said. */
  compared: number
  /** How many of them showed what cannot be compared with it; missing if none did. */
  incomparable?: number
  same: number
  likely: number
  /** Who sells the offers with the same photo or likely the same, each once. */
  suppliers: string[]
}

/** The offer is stored along, so that a decision outlives its answer. */
export type RowDecision =
  | { kind: 'offer'; offerId: string; offer: Offer; at: number }
  | { kind: 'none'; at: number }

/** The JPEG that is sent for all rows with this picture. */
export interface BatchPicture {
  batchId: string
  digest: string
  jpeg: Blob
  /** A `data:` address of a JPEG of at most 96 pixels a side. */
  thumb: string
}

/** What 1688 found for a picture: the first page, with its signature. */
export interface BatchAnswer {
  batchId: string
  digest: string
  /** Ms since the epoch. */
  at: number
  provider: Provider | null
  total: number | null
  /** In 1688's order. */
  offers: Offer[]
  /** As it came, for evidence. */
  answer: SignedAnswer
  /** By offer id; missing for what was not compared yet. */
  verdicts: Record<string, PhotoVerdict>
  /** How the photos of some of them differ; missing where there is nothing to say. */
  reasons?: Record<string, PhotoReason[]>
  notes: string[]
}
