/** Search for the same product, or for similar ones. */
export const MODES = ['same', 'similar'] as const
export type Mode = (typeof MODES)[number]
