import type { ShortlistEntry } from '../../db/schema.ts'
import { texts } from '../../i18n/index.ts'
import type { OfferChange } from '../../pricing/offer-changes.ts'
import { ago } from '../format/text.ts'
import { changeTexts } from './change-text.ts'

/** More lines of one change, such as the stock of many variants, are counted. */
const MAX_LINES = 3

/** The changes, a line each, then between which two times. */
export function OfferChanges({ entry, changes }: { entry: ShortlistEntry; changes: OfferChange[] }) {
  const t = texts()
  const { watched } = entry
  return (
    <>
      <ul class="offer-changes">
        {changes.map((change) => (
          <ChangeLines key={change.field} change={change} />
        ))}
      </ul>
      {watched?.before && (
        <p class="subtitle">
          {t.betweenTimes(ago(watched.before.at), ago(watched.at))}
          {watched.signed && !watched.isGone && ` · ${watched.before.signed ? t.signedBoth : t.signedAfter}`}
        </p>
      )}
    </>
  )
}

function ChangeLines({ change }: { change: OfferChange }) {
  const lines = changeTexts(change)
  return (
    <>
      {lines.slice(0, MAX_LINES).map(({ name, isForeign, from, to, isBad }) => (
        <li key={name} class={isBad ? 'bad' : undefined}>
          <span class={from === undefined ? 'now' : 'of'} lang={isForeign ? 'zh' : undefined}>
            {name}
          </span>{' '}
          {from !== undefined && (
            <span>
              <del>{from}</del> → <ins>{to}</ins>
            </span>
          )}
        </li>
      ))}
      {lines.length > MAX_LINES && <li>{texts().moreVariants(lines.length - MAX_LINES)}</li>}
    </>
  )
}
