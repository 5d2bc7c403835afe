import { regionBox, regionText, type SearchAnswer, type SearchQuery } from '@find-on-1688/shared'
import { invalidRequest } from '../http/problems.ts'

/**
 * Clips the query's region to the picture: the clipped region is searched, cached and signed. The size of a picture behind
 * an address is unknown here, so the platform judges.
 *
 * @throws AppError `invalid_request` if the region lies outside of the picture
 */
export function withinPicture(query: SearchQuery, image: SearchAnswer['image']): SearchQuery {
  if (query.region === undefined) return query
  const { x, y, width, height } = regionBox(query.region)
  const size = image ?? { width: Infinity, height: Infinity }
  if (x >= size.width || y >= size.height)
    throw invalidRequest(
      `The region starts at ${x},${y}, outside the picture of ${size.width}×${size.height} pixels.`,
    )
  const inside = {
    x,
    y,
    width: Math.min(width, size.width - x),
    height: Math.min(height, size.height - y),
  }
  return { ...query, region: regionText(inside) }
}
