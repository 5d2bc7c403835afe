import { texts } from '../../i18n/index.ts'
import { BackButton } from '../components/back-button.tsx'
import { Message } from '../components/message.tsx'
import { storageText } from '../format/storage-error-text.ts'
import { useApp } from '../state/app-context.tsx'
import { openInTab } from '../state/surface.ts'
import { Desk } from './desk.tsx'
import { useBatch } from './use-batch.ts'

/** The rows of a batch, with what 1688 found for each, and what the user decides. */
export function DeskView({ batchId }: { batchId: string }) {
  const { surface, navigate } = useApp()
  const { desk: t } = texts()
  const { loaded, isMissing, failure } = useBatch(batchId)
  if (failure) return <Message alone title={t.deskMissing} text={storageText(failure)} role="alert" />
  if (isMissing)
    return (
      <Message alone title={t.deskMissing} text={t.deskMissingHint}>
        <button type="button" class="secondary" onClick={() => navigate('batch')}>
          {t.allLists}
        </button>
      </Message>
    )
  if (!loaded) return null
  if (surface === 'tab') return <Desk {...loaded} />
  const decided = loaded.rows.filter(({ decision }) => decision !== null).length
  return (
    <section>
      <header class="view-header">
        <BackButton />
        <h1 dir="auto">{t.deskTitle(loaded.batch.name, t.productCount(loaded.rows.length))}</h1>
      </header>
      <Message title={t.decidedCount(String(decided))} text={t.deskInTabHint}>
        <button type="button" class="primary" onClick={() => openInTab('batch', batchId)}>
          {t.deskOpenInTab}
        </button>
      </Message>
    </section>
  )
}
