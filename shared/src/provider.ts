export const PROVIDERS = ['crossborder', 'dropship', 'image-search'] as const
export type Provider = (typeof PROVIDERS)[number]

/** Whether a provider has searches of its own for the same product and for similar ones. */
export function tellsModesApart(provider: Provider): boolean {
  return provider === 'image-search'
}

/** Whether a provider searches a part of a picture, or only ever the whole one. */
export function searchesParts(provider: Provider): boolean {
  return provider === 'crossborder'
}
