import * as v from 'valibot'

/** Yuan as a decimal string, never a float. */
const Money = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/), v.metadata({ examples: ['10.10'] }))
const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** From `minQuantity` pieces, each costs `price`. */
const PriceTierSchema = v.object({ minQuantity: Count, price: Money })
export type PriceTier = v.InferOutput<typeof PriceTierSchema>

const SupplierSchema = v.object({
  name: v.nullable(v.string()),
  location: v.nullable(v.string()),
  years: v.nullable(Count),
  verified: v.nullable(v.boolean()),
  badges: v.array(v.string()),
})
export type Supplier = v.InferOutput<typeof SupplierSchema>

/** What a seller does for buyers, as the query's `filter` names it. `fewRefunds`: quality refunds below 1 %. */
export const SERVICES = [
  'dropship',
  'ships24h',
  'ships48h',
  'returns7d',
  'certifiedFactory',
  'fewRefunds',
] as const
export type Service = (typeof SERVICES)[number]

/**
 * One supplier's offer. What the provider does not say is `null`, or an empty array for tiers, badges and services.
 * `promotionPrice` and `dropshipPrice` are prices under conditions of their own, never a stand-in for `price`. Optional
 * fields are missing in answers of older workers.
 */
export const OfferSchema = v.object({
  offerId: v.pipe(v.string(), v.regex(/^\d+$/)),
  title: v.string(),
  titleTranslated: v.nullable(v.string()),
  price: v.nullable(Money),
  /** The high end where the platform gives a range; `price` is then the low end. */
  priceMax: v.optional(v.nullable(Money)),
  promotionPrice: v.optional(v.nullable(Money)),
  /** Of a single piece that the seller sends to the buyer's customer. */
  dropshipPrice: v.optional(v.nullable(Money)),
  currency: v.literal('CNY'),
  priceTiers: v.array(PriceTierSchema),
  minOrder: v.nullable(Count),
  unit: v.nullable(v.string()),
  supplier: SupplierSchema,
  imageUrl: v.nullable(v.string()),
  detailUrl: v.string(),
  monthlySales: v.nullable(Count),
  repurchaseRate: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  patented: v.nullable(v.boolean()),
  /** Codes of SERVICES. Text, so that a code of a newer worker does not spoil the answer. */
  services: v.optional(v.array(v.string())),
  /** The seller's score on 1688, up to 5. */
  tradeScore: v.optional(v.nullable(v.number())),
})
export type Offer = v.InferOutput<typeof OfferSchema>

const Timestamp = v.pipe(v.string(), v.isoTimestamp())
const Measure = v.nullable(
  v.pipe(
    v.number(),
    v.check((value) => value > 0),
    v.metadata({ exclusiveMinimum: 0 }),
  ),
)

const VariantSchema = v.object({
  id: v.nullable(v.string()),
  attributes: v.array(v.object({ name: v.nullable(v.string()), value: v.string() })),
  price: v.nullable(Money),
  promotionPrice: v.nullable(Money),
  stock: v.nullable(Count),
  imageUrl: v.nullable(v.string()),
  weightKg: Measure,
  lengthCm: v.optional(Measure),
  widthCm: v.optional(Measure),
  heightCm: v.optional(Measure),
})
export type OfferVariant = v.InferOutput<typeof VariantSchema>

const AttributeSchema = v.object({
  name: v.nullable(v.string()),
  value: v.string(),
  nameTranslated: v.nullable(v.string()),
  valueTranslated: v.nullable(v.string()),
})

/** Whether an order may mix variants or offers of the seller, and from which amount in yuan or number of pieces. */
const MixedOrderSchema = v.object({
  allowed: v.boolean(),
  minAmount: v.nullable(Money),
  minQuantity: v.nullable(Count),
})

/** A patent or another certificate, as the seller gives it. */
const CertificateSchema = v.object({ name: v.nullable(v.string()), code: v.nullable(v.string()) })

/**
 * An offer with the details that only its own page has: weight in kg and size in cm of one piece as shipped. If it has
 * variants and no price tiers, each variant's price holds at any quantity. Pieces are sold in multiples of `lotSize`; an
 * offer that is not `active` cannot be bought. Optional fields are missing in answers of older workers.
 */
export const DetailedOfferSchema = v.object({
  ...OfferSchema.entries,
  status: v.optional(v.nullable(v.picklist(['active', 'unavailable']))),
  images: v.optional(v.array(v.string())),
  attributes: v.optional(v.array(AttributeSchema)),
  variants: v.optional(v.array(VariantSchema)),
  lotSize: v.optional(v.nullable(Count)),
  mixedOrder: v.optional(v.nullable(MixedOrderSchema)),
  certificates: v.optional(v.array(CertificateSchema)),
  /** When the platform said so. */
  fetchedAt: v.optional(Timestamp),
  shipping: v.object({ weightKg: Measure, lengthCm: Measure, widthCm: Measure, heightCm: Measure }),
})
export type DetailedOffer = v.InferOutput<typeof DetailedOfferSchema>
