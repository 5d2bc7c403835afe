import type {
  AttestationKeys,
  ClientList,
  Doctor,
  Health,
  IssuedClient,
  Metrics,
  NewClient,
  Offer,
  OfferAnswer,
  Rates,
  SearchAnswer,
  Usage,
} from '@find-on-1688/shared'
import project from '../../../package.json' with { type: 'json' }
import type { SchemaName } from './named.ts'

const OFFER: Offer = {
  offerId: '710891050473',
  title: '夏季新款百褶半身裙',
  titleTranslated: 'Summer pleated skirt',
  price: '10.10',
  priceMax: null,
  promotionPrice: null,
  dropshipPrice: null,
  currency: 'CNY',
  priceTiers: [],
  minOrder: 2,
  unit: '件',
  supplier: {
    name: '杭州某服饰有限公司',
    location: '浙江省杭州市',
    years: 8,
    verified: true,
    badges: ['super_factory'],
    loginId: null,
    scores: [{ code: 'service', value: 4.5 }],
    rates: [],
  },
  imageUrl: 'https://cbu01.alicdn.com/img/ibank/O1CN01.jpg',
  detailUrl: 'https://detail.1688.com/offer/710891050473.html',
  monthlySales: 1234,
  repurchaseRate: 0.13,
  patented: false,
  services: ['dropship', 'ships48h'],
  topCategoryId: null,
  tradeScore: null,
}

const SEARCH: SearchAnswer = {
  searchId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  provider: 'crossborder',
  mode: 'same',
  page: 1,
  pageSize: 20,
  total: 95,
  hasMore: true,
  cached: false,
  notes: [],
  image: {
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    bytes: 51_000,
    width: 800,
    height: 600,
  },
  offers: [OFFER],
  regions: { current: null, suggested: [{ x: 40, y: 60, width: 700, height: 500 }] },
}

const DETAILS: OfferAnswer = {
  ...OFFER,
  priceTiers: [
    { minQuantity: 2, price: '10.10' },
    { minQuantity: 100, price: '9.20' },
  ],
  status: 'active',
  images: ['https://cbu01.alicdn.com/img/ibank/O1CN01.jpg'],
  attributes: [{ name: '面料', value: '棉', nameTranslated: 'Fabric', valueTranslated: 'Cotton' }],
  variants: [],
  lotSize: null,
  mixedOrder: { allowed: true, minAmount: null, minQuantity: 5 },
  certificates: [],
  stock: 4200,
  sentFrom: '浙江省杭州市',
  fetchedAt: '2026-11-24T08:00:00.000Z',
  shipping: { weightKg: 0.32, lengthCm: null, widthCm: null, heightCm: null },
  provider: 'crossborder',
  cached: false,
  cachedUntil: '2026-11-25T08:00:00.000Z',
}

const USAGE: Usage = {
  client: { id: '6eb21242142d6d87', name: 'Li' },
  dailySearches: { limit: 200, used: 12, resetsAt: '2026-11-25T00:00:00.000Z' },
  expiresAt: null,
}

const RATES: Rates = {
  base: 'EUR',
  date: '2026-11-24',
  rates: { CNY: '7.8312', USD: '1.0834' },
  source: 'European Central Bank',
  fetchedAt: '2026-11-24T16:00:00.000Z',
  stale: false,
}

const HEALTH: Health = {
  status: 'ok',
  service: 'find-on-1688',
  version: project.version,
  provider: 'crossborder',
}

/** The public key of RFC 8037, appendix A. */
const KEYS: AttestationKeys = {
  keys: [
    {
      kty: 'OKP',
      crv: 'Ed25519',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
      alg: 'EdDSA',
      use: 'sig',
    },
  ],
}

const NEW_CLIENT: NewClient = { name: 'Li', dailySearches: 200, searchesPerMinute: 20 }

const CLIENT = {
  id: '6eb21242142d6d87',
  name: 'Li',
  createdAt: '2026-11-24T08:00:00.000Z',
  dailySearches: 200,
  searchesPerMinute: 20,
  expiresAt: null,
}

const ISSUED: IssuedClient = { ...CLIENT, key: 'the key, which is shown only here' }

const CLIENTS: ClientList = { clients: [{ ...CLIENT, searchesToday: 12 }], cursor: null }

const DOCTOR: Doctor = {
  status: 'attention',
  provider: 'crossborder',
  recommended: 'dropship',
  checks: [{ name: 'settings', status: 'ok', detail: 'All settings are present.' }],
  apps: [
    {
      app: '…0817',
      recommended: 'dropship',
      callsToday: 31,
      setAside: null,
      checks: [
        {
          name: 'crossborder search',
          status: 'failed',
          detail: '1688 has not granted this API to the app.',
          code: 'upstream_access_denied',
          platformCode: 'gw.APIACLDecline',
          remedy: 'Apply for the API in the console of 1688, or choose another provider.',
        },
      ],
    },
  ],
}

const METRICS: Metrics = {
  hours: [
    {
      hour: '2026-11-24T08:00:00.000Z',
      app: '…0817',
      searches: 40,
      shared: 3,
      cacheHits: 9,
      calls: 37,
      failures: { upstream_timeout: 1 },
      waitMs: { p50: 0, p95: 800 },
      upstreamMs: { p50: 800, p95: 1600 },
    },
  ],
}

/** Bodies as they may be; the tests hold them against their schemas. */
export const EXAMPLES: Partial<Record<SchemaName, unknown>> = {
  AddressSearch: { imageUrl: 'https://cbu01.alicdn.com/img/ibank/O1CN01.jpg' },
  AttestationKeys: KEYS,
  ClientList: CLIENTS,
  Doctor: DOCTOR,
  Health: HEALTH,
  IssuedClient: ISSUED,
  Metrics: METRICS,
  NewClient: NEW_CLIENT,
  OfferAnswer: DETAILS,
  Rates: RATES,
  SearchAnswer: SEARCH,
  Usage: USAGE,
}
