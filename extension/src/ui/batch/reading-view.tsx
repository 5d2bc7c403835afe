import { useEffect, useState } from 'preact/hooks'
import { allowHosts, hostsToAllow } from '../../batch/pictures/read-address.ts'
import { storageFailureOf } from '../../batch/pictures/row-picture.ts'
import { joinList, texts } from '../../i18n/index.ts'
import type { BatchRow } from '../../model/batch.ts'
import type { FailureCode } from '../../model/failure.ts'
import { BackButton } from '../components/back-button.tsx'
import { Message } from '../components/message.tsx'
import { useApp } from '../state/app-context.tsx'
import { addPageProducts, type ChosenProducts, readPagePictures } from './add-page-products.ts'

type Hosts = Awaited<ReturnType<typeof hostsToAllow>>

/** Reads the pictures of the chosen products into a new list, then opens it; what could not be read is said before. */
export function ReadingView({ chosen }: { chosen: ChosenProducts }) {
  const t = texts().pageProducts
  const { navigate } = useApp()
  const { length: all } = chosen.products
  const [done, setDone] = useState(0)
  const [batchId, setBatchId] = useState<string>()
  const [unread, setUnread] = useState<{ rows: BatchRow[]; hosts: Hosts }>()
  const [error, setError] = useState<FailureCode>()
  const [leaving] = useState(() => new AbortController())
  const { signal } = leaving

  async function read(id: string, rows?: BatchRow[]): Promise<void> {
    setUnread(undefined)
    const indexes = rows?.map(({ index }) => index)
    const failed = await readPagePictures(signal, id, chosen, setDone, indexes)
    if (signal.aborted) return
    const hosts = await hostsToAllow(failed)
    // Where no permission would help, the list itself says what is wrong with each.
    if (hosts.length === 0) navigate('batch', id)
    else setUnread({ rows: failed, hosts })
  }

  useEffect(() => {
    const start = async () => {
      const id = await addPageProducts(chosen)
      setBatchId(id)
      await read(id)
    }
    start().catch((reason) => signal.aborted || setError(storageFailureOf(reason).code))
    return () => leaving.abort()
  }, [])

  if (error) {
    const { title, hint } = texts().failures[error]
    return (
      <Message alone title={title} text={hint} role="alert">
        <BackButton />
      </Message>
    )
  }
  if (unread && batchId) {
    const hosts = joinList(unread.hosts.map(({ host }) => host))
    const allow = () => {
      // Without waiting: the question has to be asked within the click.
      allowHosts(unread.hosts).then((isAllowed) => {
        if (isAllowed) read(batchId, unread.rows)
      })
    }
    return (
      <Message alone title={t.unread(unread.rows.length, all)} text={t.unreadHint(hosts)} role="alert">
        <button type="button" class="primary" onClick={allow}>
          {t.allowHosts(hosts)}
        </button>
        <button type="button" class="secondary" onClick={() => navigate('batch', batchId)}>
          {t.continueWithout}
        </button>
      </Message>
    )
  }
  return (
    <div class="message" role="status">
      <h1>{t.reading(done, all)}</h1>
      <progress max={all} value={done} aria-label={t.reading(done, all)} />
      <p>{t.readingHint}</p>
    </div>
  )
}
