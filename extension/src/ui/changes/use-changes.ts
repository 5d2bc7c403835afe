import { useEffect, useState } from 'preact/hooks'
import type { SearchChanges } from '../../db/changes.ts'
import type { ResultList, Search } from '../../model/search.ts'

interface Told {
  difference?: SearchChanges
  /** What changed of one offer, in a few words. */
  changeText?: (offerId: string) => string | undefined
}

/** What has changed since an earlier search with the same picture; loaded where there was one. */
export function useChanges({ earlier, mode }: Search, list: ResultList): Told {
  const [told, setTold] = useState<Told>({})
  const isSame = earlier?.mode === mode
  useEffect(() => {
    if (!earlier || !isSame) return setTold({})
    Promise.all([import('../../db/changes.ts'), import('./changes-line.tsx')]).then(
      ([{ changesBetween }, { changeText }]) => {
        const difference = changesBetween(earlier, list)
        setTold({ difference, changeText: (offerId) => changeText(difference, offerId) })
      },
    )
  }, [earlier, isSame, list])
  return told
}
