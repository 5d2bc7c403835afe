import { useEffect, useState } from 'preact/hooks'
import type { Difference } from '../../db/changes.ts'
import type { List, Search } from '../../model/search.ts'

interface Told {
  difference?: Difference
  /** What changed of one offer, in a few words. */
  changeText?: (offerId: string) => string | undefined
}

/** What has changed since an earlier search with the same picture; loaded where there was one. */
export function useDifference({ earlier, mode }: Search, list: List): Told {
  const [told, setTold] = useState<Told>({})
  const isSame = earlier?.mode === mode
  useEffect(() => {
    if (!earlier || !isSame) return setTold({})
    Promise.all([import('../../db/changes.ts'), import('./change-text.ts')]).then(
      ([{ differenceOf }, { changeText }]) => {
        const difference = differenceOf(earlier, list)
        setTold({ difference, changeText: (offerId) => changeText(difference, offerId) })
      },
    )
  }, [earlier, isSame, list])
  return told
}
