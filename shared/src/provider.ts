export const PROVIDERS = ['crossborder', 'dropship', 'image-search'] as const
export type Provider = (typeof PROVIDERS)[number]

/** Whether a provider searches separately for the same product and for similar ones. */
export function distinguishesModes(provider: Provider): boolean {
  return provider === 'image-search'
}

/** Whether a provider can search a region of a picture. */
export function searchesRegions(provider: Provider): boolean {
  return provider === 'crossborder'
}
