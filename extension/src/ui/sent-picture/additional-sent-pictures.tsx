import { texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import { additionalSentItem } from '../../model/stored-items.ts'
import { kilobytes } from '../format/numbers.ts'
import { useStored } from '../state/use-stored.ts'

/** What left the browser of the further photos; where it went is told with the first. */
export function AdditionalSentPictures({ search }: { search: Search }) {
  const t = texts()
  const sent = useStored(additionalSentItem)
  const pictures = sent?.searchId === search.id ? sent.pictures : {}
  const photos = (search.further ?? []).flatMap(({ id, lists }, at) => {
    const picture = pictures[id]
    return picture && Object.keys(lists).length > 0 ? [{ id, number: at + 2, picture }] : []
  })
  return (
    <>
      {photos.map(({ id, number, picture: { dataUrl, bytes, width, height, untouched } }) => (
        <section key={id} class="sent-picture" aria-label={t.photoNumber(number)}>
          <img src={dataUrl} alt="" />
          <div>
            <h2>{t.photoNumber(number)}</h2>
            <p>
              {t.sentPicture(`${width}×${height}`, kilobytes(bytes))}{' '}
              {untouched ? t.sentUntouched : t.sentReduced}
            </p>
            <a href={dataUrl} download={`find-on-1688-${number}.jpg`} class="link">
              {t.downloadJpeg}
            </a>
          </div>
        </section>
      ))}
    </>
  )
}
