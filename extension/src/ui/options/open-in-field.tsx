import { texts } from '../../i18n/index.ts'
import { SURFACES } from '../../model/preferences.ts'
import { openInItem } from '../../model/stored-items.ts'
import { canOpenIn } from '../state/open-in.ts'
import { useStored } from '../state/use-stored.ts'

/** Popup, panel or tab: where a search shows itself. */
export function OpenInField() {
  const t = texts()
  const openIn = useStored(openInItem)
  return (
    <fieldset class="option-group">
      <legend>{t.openResultsIn}</legend>
      {SURFACES.filter(canOpenIn).map((surface) => (
        <label key={surface}>
          <input
            type="radio"
            name="open-in"
            value={surface}
            checked={openIn === surface}
            onChange={() => openInItem.setValue(surface)}
          />
          {t.openResultsOptions[surface]}
        </label>
      ))}
    </fieldset>
  )
}
