import { browser } from 'wxt/browser'
import { getOfferDetails } from '../../db/offer-details.ts'
import { listShortlist } from '../../db/shortlist.ts'
import { listWatchedSearches } from '../../db/watched-searches.ts'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import { providerItem, proxyItem, watchItem, watchPreferenceItem } from '../../model/stored-items.ts'
import { isChecking } from '../../model/watch.ts'
import { ago } from '../format/text.ts'
import type { AppState } from '../state/app-context.tsx'
import { currentHash, locationOf } from '../state/route.ts'
import { DAY_MS, watchPlan } from './watch-plan.ts'

/**
 * Once a day, when the app opens, offers to check what is saved; where its user has said "always", checks it. Nothing is
 * asked for otherwise, and nothing from private windows.
 */
export async function offerCheck({ navigate, notify }: Pick<AppState, 'navigate' | 'notify'>): Promise<void> {
  if (browser.extension.inIncognitoContext || locationOf(currentHash()).route === 'watch') return
  const [{ always, offeredAt }, { address, clientKey }, watch] = await Promise.all([
    watchPreferenceItem.getValue(),
    proxyItem.getValue(),
    watchItem.getValue(),
  ])
  if (!address || !clientKey || isChecking(watch) || Date.now() - offeredAt < DAY_MS) return
  const [entries, searches] = await Promise.all([listShortlist(), listWatchedSearches()])
  const known = await getOfferDetails(entries.map(({ offerId }) => offerId))
  const cached = new Set(known.map(({ offerId }) => offerId))
  const plan = watchPlan(entries, searches, cached, await providerItem.getValue())
  if (Date.now() - plan.oldestAt < DAY_MS || plan.oldestAt === Number.POSITIVE_INFINITY) return
  await watchPreferenceItem.setValue({ always, offeredAt: Date.now() })
  const t = texts()
  const counts = [plan.list.offerIds.length, plan.list.searchIds.length] as const
  const check = () => sendToBackground({ type: 'watch', ...plan.list })
  const show = () => navigate('watch')
  if (always) {
    check()
    return notify(t.checkStarted(...counts, plan.searches), undefined, { label: t.showCheck, run: show })
  }
  const yes = () => {
    check()
    show()
  }
  notify(t.checkOffer(...counts, ago(plan.oldestAt)), undefined, {
    label: t.checkAgain(plan.searches),
    run: yes,
  })
}
