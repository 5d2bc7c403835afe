export {
  type Client,
  type ClientList,
  ClientListQuerySchema,
  ClientListSchema,
  ClientSchema,
  type IssuedClient,
  IssuedClientSchema,
  ListedClientSchema,
  type NewClient,
  NewClientSchema,
} from './client.ts'
export { connectionCode, readConnectionCode } from './connection.ts'
export { type Check, CheckSchema, type Doctor, DoctorSchema, type Metrics, MetricsSchema } from './doctor.ts'
export { AppError, ERRORS, type ErrorCode } from './errors.ts'
export { eventsIn, PROGRESS_EVENTS, type ProgressEvent, readProgressEvent } from './event-stream.ts'
export type { Attestation, OfferAttestation } from './evidence/attestation.ts'
export { type AttestationKeys, AttestationKeysSchema, KEY_BYTES } from './evidence/attestation-keys.ts'
export { canonicalJson } from './evidence/canonical.ts'
export { digestOfOffer, digestOfOffers } from './evidence/digest.ts'
export { utf8 } from './evidence/utf8.ts'
export { type Health, HealthSchema } from './health.ts'
export { LIMITS, PLATFORM_PICTURE_BYTES } from './limits.ts'
export { MODES, type Mode } from './mode.ts'
export {
  AttributeSchema,
  type DetailedOffer,
  DetailedOfferSchema,
  type Offer,
  OfferSchema,
  type OfferVariant,
  type PriceTier,
  PriceTierSchema,
  type Supplier,
  SupplierSchema,
  VariantSchema,
} from './offer.ts'
export { PATHS } from './paths.ts'
export { colourDistance } from './photo/colours.ts'
export { type Comparison, compare, comparisons, distance } from './photo/distance.ts'
export { lanczosWeights, type Weights } from './photo/lanczos-weights.ts'
export type { Pixels } from './photo/luma.ts'
export { agreementIn, type PartialMatch, partialMatch } from './photo/partial-match.ts'
export { THRESHOLDS, type Thresholds } from './photo/thresholds.ts'
export { hashPhoto, PHOTO_METHOD, type PhotoHash } from './photo/variants.ts'
export {
  judgePhotos,
  type PhotoJudgement,
  type PhotoReason,
  type PhotoVerdict,
} from './photo/verdict.ts'
export { isCleanJpeg } from './picture/clean-jpeg.ts'
export { pictureFormat } from './picture/format.ts'
export type { PictureHeader } from './picture/header.ts'
export { inspectPicture } from './picture/inspect.ts'
export { jpegSize, unusualJpeg } from './picture/jpeg.ts'
export { pngSize } from './picture/png.ts'
export { stripMetadata } from './picture/strip-metadata.ts'
export { markupFormat, unsupportedFormat } from './picture/unsupported-format.ts'
export { ErrorCodeSchema, type Problem, ProblemSchema, problemOf } from './problem.ts'
export { distinguishesModes, PROVIDERS, type Provider, searchesRegions } from './provider.ts'
export { type Rates, RatesSchema } from './rates.ts'
export { type PixelBox, regionBox, regionText } from './region.ts'
export {
  AddressSearchSchema,
  LANGUAGES,
  type OfferAnswer,
  OfferAnswerSchema,
  OfferQuerySchema,
  PixelBoxSchema,
  type Priority,
  type Regions,
  RegionsSchema,
  type SearchAnswer,
  SearchAnswerSchema,
  type SearchQuery,
  SearchQuerySchema,
} from './search.ts'
export { SERVICES, type Service } from './service.ts'
export { type Usage, UsageSchema } from './usage.ts'
export { WholeNumber } from './whole-number.ts'
