import { isChinese } from '../../i18n/index.ts'
import { findPlace } from '../../model/places.ts'

/** Where a supplier is, in the reader's language. A place that is not known stays as 1688 writes it. */
export function PlaceName({ location }: { location: string }) {
  const place = findPlace(location)
  return isChinese() || !place ? (
    <bdi class="place" lang="zh" title={location}>
      {place?.zh ?? location}
    </bdi>
  ) : (
    <span class="place" title={location}>
      {place.en}
    </span>
  )
}
