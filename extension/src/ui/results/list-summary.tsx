import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import { joinSentences, texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Preferences } from '../../model/preferences.ts'
import { isAskable, isUnderWay, type ResultList, type Search } from '../../model/search.ts'
import { lazy } from '../components/lazy.tsx'
import { isRefined, NOT_APPLIED } from '../format/refinement-text.ts'
import { ago, whole } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'
import { useNoMatch } from './use-no-match.ts'
import type { VisibleOffers } from './visible-offers.ts'

const BrandNote = lazy(async () => (await import('./brand-note.tsx')).BrandNote)
const FilteredNote = lazy(async () => (await import('./refinement.tsx')).FilteredNote)
const ListPrices = lazy(async () => (await import('./list-prices.tsx')).ListPrices)
const NoMatchLine = lazy(async () => (await import('./no-match.tsx')).NoMatchLine)
const RefinedNote = lazy(async () => (await import('./refinement.tsx')).RefinedNote)

/** How long the worker caches an answer by default. */
const FRESH_MS = 3_600_000

interface Props {
  search: Search
  list: ResultList
  visible: VisibleOffers
  sent: SentPicture | undefined
}

/** Something to know about the whole list, with what can be done about it. */
interface Note {
  name: string
  content: ComponentChild
}

/**
 * What is to be known about the whole list: what matters most in a strip that is always there, so that no row moves when
 * it changes, and the rest behind a button.
 */
export function ListSummary(props: Props) {
  const t = texts()
  const [isOpen, setOpen] = useState(false)
  const [first, ...others] = useNotes(props)
  return (
    <section class="list-summary" aria-label={t.aboutList}>
      <div class={`note ${first?.name ?? 'count'}`}>
        {first?.content ?? <p>{countText(props.list)}</p>}
        {others.length > 0 && (
          <button
            type="button"
            class="link more-notes"
            aria-expanded={isOpen}
            aria-controls="more-notes"
            onClick={() => setOpen(!isOpen)}
          >
            {t.moreNotes(others.length)}
          </button>
        )}
      </div>
      <div id="more-notes" hidden={!isOpen}>
        {others.map(({ name, content }) => (
          <div key={name} class={`note ${name}`}>
            {content}
          </div>
        ))}
      </div>
    </section>
  )
}

/** The most important first. */
function useNotes({ search, list, visible, sent }: Props): Note[] {
  const t = texts()
  const { preferences } = useApp()
  const { keepFailure, startedAt } = search
  const noMatch = useNoMatch(search)
  const isStale = Date.now() - startedAt > FRESH_MS
  const notes = notesOf(list)
  const quiet = notes.filter((note) => QUIET.test(note))
  const loud = notes.filter((note) => !QUIET.test(note) && !NOT_APPLIED.test(note))
  const all: (Note | false)[] = [
    preferences.focus === 'brand' && { name: 'brand', content: <BrandNote offers={list.offers} /> },
    keepFailure !== undefined && {
      name: 'missing',
      content: (
        <p>{joinSentences(t.searchNotSaved, t.failures[keepFailure].title, t.failures[keepFailure].hint)}</p>
      ),
    },
    visible.hidden > 0 && {
      name: 'hidden-offers',
      content: <FilteredNote search={search} visible={visible} />,
    },
    search.refinement !== undefined &&
      isRefined(search.refinement) && {
        name: 'refined',
        content: <RefinedNote refinement={search.refinement} notes={notes} />,
      },
    noMatch !== undefined &&
      sent !== undefined && {
        name: 'no-match',
        content: <NoMatchLine search={search} sent={sent} noMatch={noMatch} />,
      },
    isStale && {
      name: 'stale',
      content: (
        <>
          <p>{t.outdated(ago(startedAt))}</p>
          <button type="button" class="link" onClick={() => sendToBackground({ type: 'refresh' })}>
            {t.searchAgain}
          </button>
        </>
      ),
    },
    loud.length > 0 && { name: 'notes', content: <p>{joinSentences(...loud.map(t.workerNote))}</p> },
    hasPriceNote(search, list, visible, preferences) && {
      name: 'list-prices',
      content: <ListPrices search={search} list={list} visible={visible} />,
    },
    visible.isPartly && {
      name: 'partly',
      content: (
        <p>{t.loadedScope(whole(list.offers.length), list.total === null ? null : whole(list.total))}</p>
      ),
    },
    quiet.length > 0 && { name: 'quiet-notes', content: <p>{joinSentences(...quiet.map(t.workerNote))}</p> },
  ]
  return all.filter((note) => note !== false)
}

/** Whether there is something to say or to do about list prices: only one API has details of single offers. */
function hasPriceNote(
  { details = {}, detailsBatch }: Search,
  { provider }: ResultList,
  { rows, listPrices }: VisibleOffers,
  { sort, filters: { priceMin, priceMax } }: Preferences,
): boolean {
  if (listPrices === 0) return false
  if (sort === 'price' || sort === 'margin' || priceMin !== undefined || priceMax !== undefined) return true
  const canAsk = rows.some(
    ({ at, offer }) => (at.basis === 'list' || at.basis === 'unknown') && isAskable(details[offer.offerId]),
  )
  return provider === 'crossborder' && (canAsk || isUnderWay(detailsBatch))
}

/** True of every search with that API, and nothing to act upon. */
const QUIET = /mixes same and similar/

/** Signatures matter to users who show the answer to others, and the evidence view says more about them. */
function notesOf(list: ResultList): string[] {
  return list.notes.filter((note) => !/\bnot signed\b/.test(note))
}

function countText({ offers, total }: ResultList): string {
  const t = texts()
  return total !== null && total > offers.length
    ? t.shownOfTotal(whole(offers.length), whole(total))
    : t.allLoaded(offers.length)
}
