import { texts } from '../../i18n/index.ts'
import { openInItem, PLACES } from '../../model/preferences.ts'
import { canOpenIn } from '../state/open-in.ts'
import { useItem } from '../state/use-stored.ts'

/** Popup, panel or tab: where a search shows itself. */
export function OpenIn() {
  const t = texts()
  const openIn = useItem(openInItem)
  return (
    <fieldset class="choice-of">
      <legend>{t.openResults}</legend>
      {PLACES.filter(canOpenIn).map((place) => (
        <label key={place}>
          <input
            type="radio"
            name="open-in"
            value={place}
            checked={openIn === place}
            onChange={() => openInItem.setValue(place)}
          />
          {t.places[place]}
        </label>
      ))}
    </fieldset>
  )
}
