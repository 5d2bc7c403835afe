import * as v from 'valibot'
import { Timestamp } from './timestamp.ts'
import { WholeNumber } from './whole-number.ts'

/** Yuan as a decimal string, never a float. */
const Money = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/), v.metadata({ examples: ['10.10'] }))
const Count = v.pipe(WholeNumber, v.minValue(0))

/** From `minQuantity` pieces, each costs `price`. */
export const PriceTierSchema = v.object({ minQuantity: Count, price: Money })
export type PriceTier = v.InferOutput<typeof PriceTierSchema>

/** Text, so that a code of a newer worker does not spoil the answer. */
const figures = (max: number) =>
  v.array(v.object({ code: v.string(), value: v.pipe(v.number(), v.minValue(0), v.maxValue(max)) }))

/**
 * Who sells. `loginId` is the name that the seller signs in to 1688 with, which its chat links use. `scores` are 1688's, of
 * 5: `service`, `logistics`, `product`, `afterSales`, `dispute`, `consulting`; `rates` are shares: `qualityRefunds30d`,
 * `shipped48h`. Of both only what is known is listed. Optional fields are missing in answers of older workers.
 */
export const SupplierSchema = v.object({
  name: v.nullable(v.string()),
  location: v.nullable(v.string()),
  years: v.nullable(Count),
  verified: v.nullable(v.boolean()),
  badges: v.array(v.string()),
  loginId: v.optional(v.nullable(v.string())),
  scores: v.optional(figures(5)),
  rates: v.optional(figures(1)),
})
export type Supplier = v.InferOutput<typeof SupplierSchema>

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
  currency: v.picklist(['CNY']),
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
  /** 1688's own id of its widest category. */
  topCategoryId: v.optional(v.nullable(v.string())),
  /** The seller's score on 1688, up to 5. */
  tradeScore: v.optional(v.nullable(v.number())),
})
export type Offer = v.InferOutput<typeof OfferSchema>

const Measure = v.nullable(
  v.pipe(
    v.number(),
    v.check((value) => value > 0),
    v.metadata({ exclusiveMinimum: 0 }),
  ),
)

/** As the seller wrote it, and in the answer's language where 1688 translates it. */
export const AttributeSchema = v.object({
  name: v.nullable(v.string()),
  value: v.string(),
  nameTranslated: v.optional(v.nullable(v.string())),
  valueTranslated: v.optional(v.nullable(v.string())),
})

export const VariantSchema = v.object({
  id: v.nullable(v.string()),
  /** Older workers gave translations in `name` and `value`. */
  attributes: v.array(AttributeSchema),
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
  /** Pieces in stock of the whole offer, as far as 1688 says. */
  stock: v.optional(v.nullable(Count)),
  /** Where goods are sent from, as 1688 writes it; the supplier may be registered elsewhere. */
  sentFrom: v.optional(v.nullable(v.string())),
  /** When the platform said so. */
  fetchedAt: v.optional(Timestamp),
  shipping: v.object({ weightKg: Measure, lengthCm: Measure, widthCm: Measure, heightCm: Measure }),
})
export type DetailedOffer = v.InferOutput<typeof DetailedOfferSchema>
