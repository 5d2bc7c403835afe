import { useEffect, useState } from 'preact/hooks'
import { resultFacetOf } from '../../batch/decisions/facets.ts'
import { allowHosts, hostsToAllow } from '../../batch/pictures/read-address.ts'
import { readFiles } from '../../batch/pictures/read-files.ts'
import { storeRowPicture } from '../../batch/pictures/row-picture.ts'
import { picturesIn } from '../../batch/pictures/sheet-pictures.ts'
import { goOn, isRetryable, retryFailed } from '../../batch/run/control.ts'
import { joinList, texts } from '../../i18n/index.ts'
import type { Batch, BatchRow, RowFailure } from '../../model/batch.ts'
import { OFFER_PHOTOS } from '../../photo-match/photo-host.ts'
import { GrantHostButton } from '../components/grant-host-button.tsx'
import { Message } from '../components/message.tsx'
import { storageText } from '../format/storage-error-text.ts'
import { useApp } from '../state/app-context.tsx'

interface Props {
  batch: Batch
  rows: readonly BatchRow[]
  row: BatchRow
}

/** Why a product has no offers yet, or none at all, and what to do. */
export function RowState({ batch, rows, row }: Props) {
  const { desk: t } = texts()
  switch (row.state) {
    case 'reading':
      return <Message title={t.rowReading} text={t.rowWaitingHint} />
    case 'searching':
      return <Message title={t.rowSearching} text={t.rowWaitingHint} />
    case 'waiting':
      return batch.state === 'ready' ? (
        <Message title={t.rowNotStarted} text={t.rowNotStartedHint} />
      ) : (
        <Message title={t.rowWaiting} text={batch.state === 'running' ? t.rowWaitingHint : t.rowPausedHint} />
      )
    case 'failed':
      return <FailedRow batch={batch} rows={rows} row={row} />
    default:
      if (row.outcome?.offers === 0) return <Message title={t.rowNoOffers} text={t.rowNoOffersHint} />
      // What cannot be compared says so beside each photo.
      return resultFacetOf(row) === 'notCompared' && !row.outcome?.incomparable ? <NotCompared /> : null
  }
}

/** Above the offers, which are there all the same. */
function NotCompared() {
  const t = texts()
  return (
    <p class="desk-notice not-compared">
      {t.desk.photosNotCompared}{' '}
      <GrantHostButton
        host={OFFER_PHOTOS}
        variant="link"
        label={t.allowOfferPhotos(OFFER_PHOTOS.host)}
        tooltip={t.allowHostUndo}
      />
    </p>
  )
}

function FailedRow({ batch, rows, row }: Props) {
  const { desk: t, openSpreadsheet } = texts()
  const { notify } = useApp()
  const { failure } = row
  const { title, hint } = failureTextOf(failure)
  const act = (change: Promise<unknown>) => change.catch((error: unknown) => notify(storageText(error)))
  const add = (reading: Promise<unknown>) => act(reading.then(() => goOn(batch.id)))
  const needsPicture = row.digest === null
  const addFiles = async (files: File[]) => {
    const named = files.map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    return readFiles(new AbortController().signal, batch.id, await picturesIn(named))
  }
  return (
    <Message title={title} text={[hint, failure?.detail].filter(Boolean).join(' ')}>
      {(failure?.code === 'host_not_allowed' || failure?.code === 'address_local') && (
        <AllowHosts batch={batch} rows={rows} row={row} />
      )}
      {isRetryable(row) && (
        <button
          type="button"
          class="secondary retry-row"
          onClick={() => act(retryFailed(batch.id, [row.index]))}
        >
          {t.retryRow}
        </button>
      )}
      {needsPicture && (
        <ChooseFiles
          label={t.choosePicture}
          onFiles={([file]) => file && add(storeRowPicture(batch.id, [row.index], file))}
        />
      )}
      {(failure?.code === 'file_missing' || failure?.code === 'spreadsheet_needed') && (
        <ChooseFiles
          label={failure.code === 'file_missing' ? t.addPictures : openSpreadsheet}
          accept={failure.code === 'file_missing' ? 'image/*' : '.xlsx,.xlsm,.xls'}
          multiple
          onFiles={(files) => add(addFiles(files))}
        />
      )}
    </Message>
  )
}

function failureTextOf(failure: RowFailure | undefined): { title: string; hint: string } {
  const { desk: t, failures, rowProblems } = texts()
  if (!failure) return { title: t.rowStates.failed, hint: '' }
  const all: Record<RowFailure['code'], { title: string; hint: string }> = { ...failures, ...rowProblems }
  return all[failure.code]
}

interface ChooseFilesProps {
  label: string
  accept?: string
  multiple?: boolean
  onFiles(files: File[]): void
}

function ChooseFiles({ label, accept = 'image/*', multiple = false, onFiles }: ChooseFilesProps) {
  return (
    <label class="file-input">
      {label}
      <input
        type="file"
        accept={accept}
        multiple={multiple}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          if (files.length > 0) onFiles(files)
          // So that the same file can be chosen again.
          currentTarget.value = ''
        }}
      />
    </label>
  )
}

/** One question for all websites of the list, or for the one in the user's network; then what failed without them is read. */
function AllowHosts({ batch, rows, row }: Props) {
  const { desk: t } = texts()
  const [hosts, setHosts] = useState<Awaited<ReturnType<typeof hostsToAllow>>>([])
  const code = row.failure?.code
  const local = code === 'address_local'
  useEffect(() => {
    void hostsToAllow(local ? [row] : rows, { local }).then(setHosts, () => {})
  }, [rows, row])
  if (hosts.length === 0) return null
  const allow = () =>
    // Without waiting: the request has to be made within the click.
    allowHosts(hosts)
      .then((isAllowed) => {
        const refused = rows.filter(({ failure }) => failure?.code === code)
        if (isAllowed)
          return retryFailed(
            batch.id,
            refused.map(({ index }) => index),
          )
      })
      .catch(() => {})
  return (
    <button
      type="button"
      class="primary allow-hosts"
      title={t.allowHostsTooltip(joinList(hosts.map(({ host }) => host)))}
      onClick={allow}
    >
      {t.allowHostsOf(hosts.length)}
    </button>
  )
}
