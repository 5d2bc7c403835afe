import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { texts } from '../../i18n/index.ts'
import { permissionFor } from '../../image/permission.ts'
import { ask } from '../../model/messages.ts'
import type { Picture, Search, Source } from '../../model/search.ts'
import type { Host } from '../../photo-match/photo-host.ts'
import { seenIn, subjectShare } from '../../region/detected-subjects.ts'
import { partOf } from '../../region/search-region.ts'
import { AllowButton } from '../components/grant-host-button.tsx'
import { useDesk } from '../state/app-context.tsx'
import { openApp } from '../state/surface.ts'
import { type Facts, type Move, movesFor } from './suggestions.ts'

interface Props {
  search: Search
  sent: Picture
  /** Nothing at all was found: then the first move is the main one. */
  isEmpty?: boolean
}

/** What is likeliest to help where a search has found nothing reliable, as buttons that do it. */
export function Moves({ search, sent, isEmpty = false }: Props) {
  const t = texts()
  const { go, where } = useDesk()
  const host = useMissingHost(search.source)
  const moves = movesFor({ ...factsOf(search, sent), hostMissing: host !== undefined, isEmpty })
  const act: Record<Exclude<Move, 'original'>, () => void> = {
    subject: () => go('subject'),
    gallery: () => go('gallery'),
    similar: () => ask({ type: 'mode', mode: 'similar' }),
    larger: () => (where === 'popup' ? openApp('bring') : go('bring')),
  }
  return (
    <>
      {moves.map((move, at) =>
        move === 'original' ? (
          host && (
            <AllowButton
              key={move}
              wanted={host}
              look="quiet"
              label={t.moves.original}
              why={`${t.allowHost(host.host)}. ${t.allowHostWhy}`}
            />
          )
        ) : (
          <button
            key={move}
            type="button"
            class={isEmpty && at === 0 ? 'main' : 'quiet'}
            data-move={move}
            onClick={act[move]}
          >
            {t.moves[move]}
          </button>
        ),
      )}
    </>
  )
}

function factsOf(search: Search, sent: Picture): Omit<Facts, 'hostMissing' | 'isEmpty'> {
  const { mode, lists, source } = search
  const seen = seenIn(lists[mode]?.regions, sent)
  return {
    how: sent.how,
    subjects: seen.length,
    share: subjectShare(seen, sent),
    isPart: partOf(search, sent) !== undefined,
    hasPage: source.tabId >= 0,
    mode,
    modesDiffer: lists[mode]?.modesDiffer ?? true,
    fromWidth: sent.fromWidth,
  }
}

/** The website that the picture comes from, while it is not allowed. */
function useMissingHost(source: Source): Host | undefined {
  const wanted = permissionFor(source.addresses.at(-1) ?? '')
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (wanted) browser.permissions.contains({ origins: [wanted.pattern] }).then((has) => setMissing(!has))
  }, [wanted?.pattern])
  return isMissing ? wanted : undefined
}
