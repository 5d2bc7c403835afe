import { texts } from '../../i18n/index.ts'
import { BackButton } from '../components/back-button.tsx'
import { openInTab } from '../state/surface.ts'
import { BatchList } from './batch-list.tsx'

/** Popup and panel are too small for hundreds of products, and a popup ends what runs in it: they lead to the tab. */
export function BatchSummary() {
  const t = texts()
  return (
    <section class="batch-start">
      <header class="view-header">
        <BackButton />
        <h1>{t.batches}</h1>
        <button type="button" class="primary" onClick={() => openInTab('batch')}>
          {t.openListsInTab}
        </button>
      </header>
      <p class="batch-note lead">{t.listsNeedTab}</p>
      <BatchList onOpen={(id) => openInTab('batch', id)} />
    </section>
  )
}
