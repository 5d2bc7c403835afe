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
import { Message } from '../components/message.tsx'
import { useApp } from '../state/app-context.tsx'
import { openInTab } from '../state/surface.ts'
import { type Suggestion, type SuggestionFacts, suggestionsFor } from './suggestions.ts'
import type { NoMatch } from './use-no-match.ts'

/** Said under the list, where its coming moves no row: that none of the offers shows the photo, and what may help. */
export function NoMatchLine({ search, sent, found }: { search: Search; sent: SentPicture; found: NoMatch }) {
  const t = texts()
  const { announce } = useApp()
  const words = t.noReliableMatch(found.compared, found.offers)
  useEffect(() => announce(`${words} ${t.maybeSimilar}`), [words])
  return (
    <section class="no-match" aria-label={t.noMatch}>
      <p>
        <b>{words}</b> {t.maybeSimilar}
      </p>
      <div class="buttons">
        <SuggestionList search={search} sent={sent} />
      </div>
    </section>
  )
}

/** No match is an answer too, with the next best step. */
export function NoOffers({ search, sent }: { search: Search; sent: SentPicture | undefined }) {
  const t = texts()
  const similarLeft = search.mode === 'same' && search.lists.same?.modesDiffer
  return (
    <Message title={t.noMatch} text={similarLeft ? t.noOffersHint : t.noSimilarHint} role="status">
      {sent && <SuggestionList search={search} sent={sent} isEmpty />}
    </Message>
  )
}

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
    larger: () => (surface === 'popup' ? openInTab('upload') : navigate('upload')),
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
