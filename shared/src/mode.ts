/** What is searched for: the very product, or ones like it. */
export const MODES = ['same', 'similar'] as const
export type Mode = (typeof MODES)[number]
