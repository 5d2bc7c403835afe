import type { Batch, BatchAnswer, BatchRow, RowOutcome } from '../model/batch.ts'
import { anOffer } from './searches.ts'

/** Two columns of the user's; prices in dollars, for 500 pieces. */
export function aBatch(more: Partial<Batch> = {}): Batch {
  return {
    id: 'b1',
    name: 'autumn.csv',
    createdAt: 1,
    from: 'table',
    columns: ['sku', 'photo'],
    settings: { quantity: 500, currency: 'USD', maxSearches: null },
    state: 'ready',
    searches: 0,
    ...more,
  }
}

/** Nothing is known of it but its columns, and it waits. */
export function aBatchRow(index: number, more: Partial<BatchRow> = {}): BatchRow {
  return {
    batchId: 'b1',
    index,
    line: index + 2,
    own: [`S${index}`, `${index}.jpg`],
    title: null,
    productNumber: null,
    link: null,
    price: null,
    currency: null,
    quantity: null,
    weightKg: null,
    picture: { kind: 'file', name: `${index}.jpg` },
    digest: null,
    state: 'waiting',
    decision: null,
    note: '',
    ...more,
  }
}

/** 20 offers, none of which shows the photo. */
export function anOutcome(more: Partial<RowOutcome> = {}): RowOutcome {
  return { at: 5, offers: 20, compared: 20, same: 0, likely: 0, suppliers: [], ...more }
}

export function aBatchAnswer(more: Partial<BatchAnswer> = {}): BatchAnswer {
  return {
    batchId: 'b1',
    digest: 'd1',
    at: 5,
    provider: null,
    total: null,
    offers: [anOffer('1')],
    answer: {
      ...{ searchId: 's', provider: 'crossborder', mode: 'same', offers: [], imageSha256: null },
      ...{ attestation: null, query: { mode: 'same', page: 1, pageSize: 20, language: 'en' } },
    },
    verdicts: {},
    notes: [],
    ...more,
  }
}
