import * as v from 'valibot'

/** Yuan as a decimal string, never a float. */
const Money = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/), v.examples(['10.10']))
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

/** One supplier's offer. What the provider does not say is `null`, or an empty array for tiers and badges. */
export const OfferSchema = v.object({
  offerId: v.pipe(v.string(), v.regex(/^\d+$/)),
  title: v.string(),
  titleTranslated: v.nullable(v.string()),
  price: v.nullable(Money),
  /** The high end where the platform gives a range; `price` is then the low end. Missing in answers of older workers. */
  priceMax: v.optional(v.nullable(Money)),
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
})
export type Offer = v.InferOutput<typeof OfferSchema>

const Timestamp = v.pipe(v.string(), v.isoTimestamp())
const Measure = v.nullable(v.pipe(v.number(), v.gtValue(0)))

const VariantSchema = v.object({
  id: v.nullable(v.string()),
  attributes: v.array(v.object({ name: v.nullable(v.string()), value: v.string() })),
  price: v.nullable(Money),
  promotionPrice: v.nullable(Money),
  stock: v.nullable(Count),
  imageUrl: v.nullable(v.string()),
  weightKg: Measure,
})
export type OfferVariant = v.InferOutput<typeof VariantSchema>

/**
 * An offer with the details that only its own page has: weight in kg and size in cm of one piece as shipped. If it has
 * variants and no price tiers, each variant's price holds at any quantity. Pieces are sold in multiples of `lotSize`.
 * Variants, lot size and `fetchedAt` are missing in answers of older workers.
 */
export const DetailedOfferSchema = v.object({
  ...OfferSchema.entries,
  variants: v.optional(v.array(VariantSchema)),
  lotSize: v.optional(v.nullable(Count)),
  /** When the platform said so. */
  fetchedAt: v.optional(Timestamp),
  shipping: v.object({ weightKg: Measure, lengthCm: Measure, widthCm: Measure, heightCm: Measure }),
})
export type DetailedOffer = v.InferOutput<typeof DetailedOfferSchema>
