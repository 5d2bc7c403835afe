import { useEffect } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import { detectedSubjects, subjectShare } from '../../region/detected-subjects.ts'
import { regionOf } from '../../region/search-region.ts'
import { GrantHostButton, useMissingHost } from '../components/grant-host-button.tsx'
import { Message } from '../components/message.tsx'
import { isRefined } from '../format/refinement-text.ts'
import { useApp } from '../state/app-context.tsx'
import { openInTab } from '../state/surface.ts'
import { WithoutRefinement } from './refinement.tsx'
import { type Suggestion, type SuggestionFacts, suggestionsFor } from './suggestions.ts'
import type { NoMatch } from './use-no-match.ts'

/** Says that no offer shows the photo, and suggests what may help. */
export function NoMatchLine({
  search,
  sent,
  noMatch,
}: {
  search: Search
  sent: SentPicture
  noMatch: NoMatch
}) {
  const t = texts()
  const { announce } = useApp()
  const text = t.noReliableMatch(noMatch.compared, noMatch.offers)
  useEffect(() => announce(`${text} ${t.maybeSimilar}`), [text])
  return (
    <>
      <p data-tooltip={t.maybeSimilar}>
        <b>{text}</b>
      </p>
      <SuggestionList search={search} sent={sent} variant="link" />
    </>
  )
}

/** An empty result, with what to try next. */
export function NoOffers({ search, sent }: { search: Search; sent: SentPicture | undefined }) {
  const t = texts()
  const canSearchSimilar = search.mode === 'same' && search.lists.same?.modesDiffer
  return (
    <Message text={canSearchSimilar ? t.noOffersHint : t.noSimilarHint} role="status">
      {isRefined(search.refinement) && <WithoutRefinement variant="primary" />}
      {sent && <SuggestionList search={search} sent={sent} isEmpty={!isRefined(search.refinement)} />}
    </Message>
  )
}

interface Props {
  search: Search
  sent: SentPicture
  /** Nothing at all was found: then the first suggestion is the primary button. */
  isEmpty?: boolean
  variant?: 'link' | 'secondary'
}

/** What may help if a search found no reliable match, as buttons. */
export function SuggestionList({ search, sent, isEmpty = false, variant = 'secondary' }: Props) {
  const t = texts()
  const { navigate, surface } = useApp()
  const host = useMissingHost(search.source)
  const suggestions = suggestionsFor({ ...factsOf(search, sent), hostMissing: host !== undefined, isEmpty })
  const actions: Record<Exclude<Suggestion, 'original'>, () => void> = {
    subject: () => navigate('region'),
    gallery: () => navigate('gallery'),
    similar: () => sendToBackground({ type: 'mode', mode: 'similar' }),
    larger: () => (surface === 'popup' ? openInTab('upload') : navigate('upload')),
  }
  return (
    <>
      {suggestions.map((suggestion, index) =>
        suggestion === 'original' ? (
          host && (
            <GrantHostButton
              key={suggestion}
              host={host}
              variant={variant}
              label={t.suggestions.original}
              tooltip={`${t.allowHost(host.host)}. ${t.allowHostWhy}`}
            />
          )
        ) : (
          <button
            key={suggestion}
            type="button"
            class={isEmpty && index === 0 ? 'primary' : variant}
            data-suggestion={suggestion}
            onClick={actions[suggestion]}
          >
            {t.suggestions[suggestion]}
          </button>
        ),
      )}
    </>
  )
}

function factsOf(search: Search, sent: SentPicture): Omit<SuggestionFacts, 'hostMissing' | 'isEmpty'> {
  const { mode, lists, source } = search
  const detected = detectedSubjects(lists[mode]?.regions, sent)
  return {
    how: sent.how,
    subjects: detected.length,
    share: subjectShare(detected, sent),
    hasRegion: regionOf(search, sent) !== undefined,
    hasPage: source.tabId >= 0,
    mode,
    modesDiffer: lists[mode]?.modesDiffer ?? true,
    fromWidth: sent.fromWidth,
  }
}
