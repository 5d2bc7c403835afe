import { useEffect, useState } from 'preact/hooks'
import type { SearchChanges } from '../../db/changes.ts'
import type { ResultList, Search } from '../../model/search.ts'

interface Changes {
  changes?: SearchChanges
  /** What has changed about one offer, in a few words. */
  changeText?: (offerId: string) => string | undefined
}

/** What has changed since an earlier search with the same picture, if there was one. */
export function useChanges({ earlier, mode }: Search, list: ResultList): Changes {
  const [state, setState] = useState<Changes>({})
  const isSame = earlier?.mode === mode
  useEffect(() => {
    if (!earlier || !isSame) return setState({})
    Promise.all([import('../../db/changes.ts'), import('./changes-line.tsx')]).then(
      ([{ changesBetween }, { changeText }]) => {
        const changes = changesBetween(earlier, list)
        setState({ changes, changeText: (offerId) => changeText(changes, offerId) })
      },
    )
  }, [earlier, isSame, list])
  return state
}
