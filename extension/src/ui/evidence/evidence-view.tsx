import { useContext, useState } from 'preact/hooks'
import { dateAndTime } from '../../export/file-name.ts'
import { joinSentences, texts } from '../../i18n/index.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { ResultList, Search } from '../../model/search.ts'
import type { ProxySettings } from '../../model/stored-items.ts'
import { GrantHostButton } from '../components/grant-host-button.tsx'
import { Message } from '../components/message.tsx'
import { kilobytes } from '../format/text.ts'
import { usePhotoHost, VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { useApp } from '../state/app-context.tsx'
import { stateText } from './evidence-text.ts'
import { type Evidence, isIncluded, useEvidence } from './use-evidence.ts'

interface Props {
  search: Search
  sent: SentPicture | undefined
  proxy: ProxySettings
}

/** What an evidence file would contain, prove and not prove, and the button that saves it. */
export function EvidenceView({ search, sent, proxy }: Props) {
  const t = texts()
  const list = search.lists[search.mode]
  if (!sent || !list || list.page === 0)
    return <Message alone title={t.evidence.title} text={t.evidence.noSearch} />
  return <EvidenceForm search={search} list={list} sent={sent} proxy={proxy} />
}

function EvidenceForm({ search, list, sent, proxy }: Props & { list: ResultList; sent: SentPicture }) {
  const t = texts()
  const { navigate, notify } = useApp()
  const [includesPage, setIncludesPage] = useState(false)
  const evidence = useEvidence(search, list, sent, proxy)
  const { checked, picturesRead, savedPictures, words } = evidence
  const save = () =>
    evidence.save(includesPage).then(
      (name) => name && notify(t.fileSaved(name)),
      () => notify(`${t.fileNotSaved} ${t.evidence.notSavedHint}`),
    )
  return (
    <section class="evidence-view" aria-label={t.evidence.title}>
      <div class="view-header">
        <h1>{t.evidence.title}</h1>
        <button type="button" class="secondary back" onClick={() => navigate('results')}>
          {t.backToResults}
        </button>
      </div>
      <p>{t.evidence.intro}</p>
      <p class={`verdict ${checked && (checked.state === 'holds' ? 'good' : 'unknown')}`} role="status">
        {checked ? stateText(checked, evidence.keysFailure) : t.evidence.loadingKeys}
      </p>
      {checked?.state !== 'unsigned' && <p>{t.evidence.provesBriefly}</p>}
      <FileContents search={search} evidence={evidence} proxy={proxy} />
      <IncludePage search={search} checked={includesPage} onChange={setIncludesPage} />
      {words && (
        <details>
          <summary>{t.evidence.provesInFull}</summary>
          <h2>{words.proves}</h2>
          <Lines
            lines={checked?.state === 'unsigned' ? [words.provesNothing] : Object.values(words.provesList)}
          />
          <h2>{words.notProves}</h2>
          <Lines lines={Object.values(words.notProvesList)} />
        </details>
      )}
      <div class="buttons">
        <button type="button" class="primary save" aria-busy={picturesRead !== undefined} onClick={save}>
          {t.evidence.title}
        </button>
        <span role="status">
          {picturesRead !== undefined
            ? t.evidence.readingPictures(picturesRead)
            : savedPictures && t.evidence.savedSummary(missingOf(savedPictures))}
        </span>
      </div>
    </section>
  )
}

function FileContents({
  search,
  evidence,
  proxy,
}: {
  search: Search
  evidence: Evidence
  proxy: ProxySettings
}) {
  const t = texts()
  const verdicts = useContext(VerdictsContext)
  const { offers, answers, sourcePicture, words } = evidence
  const host = usePhotoHost(offers)
  const readable = offers.filter(
    ({ offerId, imageUrl }) => imageUrl && verdicts[offerId]?.why !== 'unreachable',
  )
  const compared = offers
    .map(({ offerId }) => verdicts[offerId])
    .find((verdict) => verdict && isIncluded(verdict))
  return (
    <>
      <h2>{t.evidence.contents}</h2>
      <ul>
        <li>{t.evidence.sentPicture}</li>
        {sourcePicture?.file && sourcePicture.picture && (
          <li>{t.evidence.sourcePicture(sourcePicture.file.type, kilobytes(sourcePicture.file.bytes))}</li>
        )}
        {sourcePicture?.why && words && (
          <li class="dim">{joinSentences(words.notFound, words.whyNotFound[sourcePicture.why] ?? '')}</li>
        )}
        <li>{t.evidence.offerCount(offers.length, answers)}</li>
        <li>
          {t.evidence.offerPictures(readable.length, offers.length)}{' '}
          {host && (
            <GrantHostButton
              host={host}
              variant="link"
              label={t.allowHost(host.host)}
              tooltip={t.comparePhotosTooltip(host.host)}
            />
          )}
        </li>
        {compared && <li>{t.evidence.photoVerdicts(compared.method)}</li>}
        <li>{t.evidence.worker(URL.parse(proxy.address)?.host ?? proxy.address)}</li>
        {search.further?.length ? <li class="dim">{t.evidence.firstPhotoOnly}</li> : null}
      </ul>
    </>
  )
}

function IncludePage(props: { search: Search; checked: boolean; onChange: (checked: boolean) => void }) {
  const t = texts()
  const { search, checked, onChange } = props
  const { page } = search.source
  return (
    <label class="include-page">
      <input
        type="checkbox"
        id="include-page"
        checked={checked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>
        {page ? t.evidence.includePage : t.evidence.includeTime}
        <small>{dateAndTime(new Date(search.startedAt))}</small>
        {page && <small class="context">{page.title}</small>}
        {page && <small class="context">{page.address}</small>}
      </span>
    </label>
  )
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function missingOf({ missing }: NonNullable<Evidence['savedPictures']>) {
  return { unread: missing.unreachable + missing.unreadable, noRoom: missing['no-room'] }
}
