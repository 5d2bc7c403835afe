import { AppError, regionBox, regionText, type SearchAnswer, type SearchQuery } from '@find-on-1688/shared'

/**
 * The query with what of its region lies inside the picture: that is what is searched, named and signed. Where an address
 * is searched nobody here knows the picture's size, and the platform judges.
 *
 * @throws AppError `invalid_request` where nothing of the region lies inside
 */
export function withinPicture(query: SearchQuery, image: SearchAnswer['image']): SearchQuery {
  if (query.region === undefined) return query
  const { x, y, width, height } = regionBox(query.region)
  const size = image ?? { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY }
  if (x >= size.width || y >= size.height)
    throw new AppError(
      'invalid_request',
      `The region begins at ${x},${y}, outside of the picture, which has ${size.width}×${size.height} pixels.`,
    )
  const inside = {
    x,
    y,
    width: Math.min(width, size.width - x),
    height: Math.min(height, size.height - y),
  }
  return { ...query, region: regionText(inside) }
}
