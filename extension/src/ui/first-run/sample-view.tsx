import { useEffect, useMemo, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { Preferences } from '../../model/preferences.ts'
import { QuantityField } from '../margin/quantity-field.tsx'
import { PhotoMatchProvider } from '../photo-match/photo-match-context.tsx'
import { OfferList } from '../results/offer-list.tsx'
import { visibleOffersOf } from '../results/visible-offers.ts'
import { AppContext, type AppState, useApp } from '../state/app-context.tsx'
import { type SampleAnswer, sampleAnswer } from './sample-answer.ts'

/**
 * Results to look at before there is a connection. They are no search: nothing of them is stored, saved or exported, and what
 * is changed here stays here.
 */
export function SampleView() {
  const [sample, setSample] = useState<SampleAnswer>()
  useEffect(() => {
    sampleAnswer().then(setSample)
  }, [])
  return sample ? <Sample {...sample} /> : null
}

function Sample({ search, picture }: SampleAnswer) {
  const t = texts()
  const app = useSampleApp()
  const list = search.lists.same
  const { preferences, money, assumptions } = app
  const visible = useMemo(
    () =>
      list && visibleOffersOf(list, {}, { preferences, money, assumptions, sortKeys: {}, showAll: () => {} }),
    [list, preferences, money, assumptions],
  )
  if (!list || !visible) return null
  return (
    <AppContext.Provider value={app}>
      <PhotoMatchProvider search={search} photos={[picture.dataUrl]} offers={list.offers}>
        <section class="sample-view" aria-labelledby="sample-title">
          <div class="sample-header">
            <img class="query-photo" src={picture.dataUrl} alt={t.searchedPictureAlt} />
            <div>
              <h1 id="sample-title">{t.sampleTitle(t.offerCount(list.offers.length))}</h1>
              <p>{t.sampleNote}</p>
            </div>
            <QuantityField />
            <button type="button" class="secondary leave-sample" onClick={() => app.navigate('welcome')}>
              {t.leaveSample}
            </button>
          </div>
          <OfferList search={search} list={list} visible={visible} sent={picture} />
        </section>
      </PhotoMatchProvider>
    </AppContext.Provider>
  )
}

/** The app, with preferences and a current offer of the sample's own. */
function useSampleApp(): AppState {
  const app = useApp()
  const [change, setChange] = useState<Partial<Preferences>>({})
  const [currentId, setCurrentId] = useState<string>()
  const { quantity, currency } = app.preferences
  const preferences = useMemo(
    (): Preferences => ({ quantity, currency, sort: 'relevance', filters: {}, ...change }),
    [quantity, currency, change],
  )
  return {
    ...app,
    isSample: true,
    preferences,
    setPreferences: (next) => setChange({ ...change, ...next }),
    shortlist: NOTHING_SAVED,
    compared: [],
    currentId,
    setCurrentId,
  }
}

const NOTHING_SAVED: AppState['shortlist'] = new Map()
