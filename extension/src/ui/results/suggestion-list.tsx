import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { texts } from '../../i18n/index.ts'
import { permissionFor } from '../../image/fetch.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { SentPicture, Source } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import type { PhotoHost } from '../../photo-match/photo-host.ts'
import { detectedSubjects, subjectShare } from '../../region/detected-subjects.ts'
import { regionOf } from '../../region/search-region.ts'
import { GrantHostButton } from '../components/grant-host-button.tsx'
import { useApp } from '../state/app-context.tsx'
import { openApp } from '../state/surface.ts'
import { type Suggestion, type SuggestionFacts, suggestionsFor } from './suggestions.ts'

interface Props {
  search: Search
  sent: SentPicture
  /** Nothing at all was found: then the first move is the main one. */
  isEmpty?: boolean
}

/** What is likeliest to help where a search has found nothing reliable, as buttons that do it. */
export function SuggestionList({ search, sent, isEmpty = false }: Props) {
  const t = texts()
  const { navigate, surface } = useApp()
  const host = useMissingHost(search.source)
  const moves = suggestionsFor({ ...factsOf(search, sent), hostMissing: host !== undefined, isEmpty })
  const act: Record<Exclude<Suggestion, 'original'>, () => void> = {
    subject: () => navigate('region'),
    gallery: () => navigate('gallery'),
    similar: () => sendToBackground({ type: 'mode', mode: 'similar' }),
    larger: () => (surface === 'popup' ? openApp('upload') : navigate('upload')),
  }
  return (
    <>
      {moves.map((move, at) =>
        move === 'original' ? (
          host && (
            <GrantHostButton
              key={move}
              wanted={host}
              look="secondary"
              label={t.suggestions.original}
              why={`${t.allowHost(host.host)}. ${t.allowHostWhy}`}
            />
          )
        ) : (
          <button
            key={move}
            type="button"
            class={isEmpty && at === 0 ? 'primary' : 'secondary'}
            data-suggestion={move}
            onClick={act[move]}
          >
            {t.suggestions[move]}
          </button>
        ),
      )}
    </>
  )
}

function factsOf(search: Search, sent: SentPicture): Omit<SuggestionFacts, 'hostMissing' | 'isEmpty'> {
  const { mode, lists, source } = search
  const seen = detectedSubjects(lists[mode]?.regions, sent)
  return {
    how: sent.how,
    subjects: seen.length,
    share: subjectShare(seen, sent),
    isPart: regionOf(search, sent) !== undefined,
    hasPage: source.tabId >= 0,
    mode,
    modesDiffer: lists[mode]?.modesDiffer ?? true,
    fromWidth: sent.fromWidth,
  }
}

/** The website that the picture comes from, while it is not allowed. */
function useMissingHost(source: Source): PhotoHost | undefined {
  const wanted = permissionFor(source.addresses.at(-1) ?? '')
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (wanted) browser.permissions.contains({ origins: [wanted.pattern] }).then((has) => setMissing(!has))
  }, [wanted?.pattern])
  return isMissing ? wanted : undefined
}
