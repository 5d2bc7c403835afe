import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { getBatch } from '../../db/batches.ts'
import { watchBatches } from '../../db/notify-batch.ts'
import { texts } from '../../i18n/index.ts'
import { lazy } from '../components/lazy.tsx'
import { Message } from '../components/message.tsx'
import { useApp } from '../state/app-context.tsx'

const BatchSummary = lazy(async () => (await import('./batch-summary.tsx')).BatchSummary)
const DeskView = lazy(async () => (await import('../desk/desk-view.tsx')).DeskView)
const PlanView = lazy(async () => (await import('./plan-view.tsx')).PlanView)
const PageProductsView = lazy(async () => (await import('./page-products-view.tsx')).PageProductsView)
const StartView = lazy(async () => (await import('./start-view.tsx')).StartView)

/** Batches and a new one: `#batch`, `#batch/page-TAB` for the products of a page; one batch: `#batch/ID`. */
export function BatchView() {
  const { routeArgument, surface } = useApp()
  const { privateTitle, privateHint } = texts().pageProducts
  // What is stored would outlast the window.
  if (browser.extension.inIncognitoContext) return <Message alone title={privateTitle} text={privateHint} />
  if (routeArgument && !routeArgument.startsWith('page-'))
    return <ListView key={routeArgument} batchId={routeArgument} />
  if (surface !== 'tab') return <BatchSummary />
  const [, tabId] = /^page-(\d+)$/.exec(routeArgument) ?? []
  return tabId ? <PageProductsView key={tabId} tabId={Number(tabId)} /> : <StartView key={routeArgument} />
}

/** What a list will take until it is started, then its desk. */
function ListView({ batchId }: { batchId: string }) {
  const { surface } = useApp()
  const [view, setView] = useState<'plan' | 'desk'>()
  useEffect(() => {
    const read = () =>
      getBatch(batchId).then(
        (batch) => setView((now) => (now !== 'desk' && batch?.state === 'ready' ? 'plan' : 'desk')),
        () => setView('desk'),
      )
    read()
    return watchBatches((change) => {
      if (change.batchId === batchId && !change.indexes) read()
    })
  }, [])
  if (view === 'plan' && surface === 'tab')
    return <PlanView batchId={batchId} onSkip={() => setView('desk')} />
  return view ? <DeskView batchId={batchId} /> : null
}
