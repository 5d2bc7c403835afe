import type { Size } from '../model/box.ts'

/** The size in proportion with its longer side at most `side`; never larger than it is, never without a pixel. */
export function fitInto(side: number, width: number, height: number): Size {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
