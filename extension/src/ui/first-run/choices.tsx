import { texts } from '../../i18n/index.ts'
import { openInItem } from '../../model/stored-items.ts'
import { useApp } from '../state/app-context.tsx'
import { canOpenIn } from '../state/surface.ts'
import { useStored } from '../state/use-stored.ts'
import { PanelDrawing, PopupDrawing } from './surface-drawings.tsx'

/** What it is used for, which decides what the results show first. */
export function FocusChoice() {
  const t = texts()
  const { preferences, setPreferences } = useApp()
  const { focus = 'sourcing' } = preferences
  return (
    <fieldset class="choice-group">
      <legend>{t.focusQuestion}</legend>
      {(['sourcing', 'brand'] as const).map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="focus"
            value={each}
            checked={focus === each}
            onChange={() => setPreferences({ focus: each })}
          />
          <span>
            {t.focusOptions[each]} <small>{t.focusNotes[each]}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

const DRAWINGS = { popup: PopupDrawing, panel: PanelDrawing }

/** Where results open. The options have the tab, too. */
export function SurfaceChoice() {
  const t = texts()
  const openIn = useStored(openInItem)
  return (
    <fieldset class="choice-group drawn">
      <legend>{t.surfaceQuestion}</legend>
      {(['popup', 'panel'] as const).filter(canOpenIn).map((each) => {
        const Drawing = DRAWINGS[each]
        return (
          <label key={each}>
            <Drawing />
            <input
              type="radio"
              name="surface"
              value={each}
              checked={openIn === each}
              onChange={() => openInItem.setValue(each)}
            />
            <span>{t.surfaceOptions[each]}</span>
          </label>
        )
      })}
    </fieldset>
  )
}
