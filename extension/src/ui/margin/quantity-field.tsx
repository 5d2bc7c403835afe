import { texts } from '../../i18n/index.ts'
import { changeOfQuantity } from '../../model/preferences.ts'
import { PiecesField } from '../components/pieces-field.tsx'
import { useApp } from '../state/app-context.tsx'

/** The pieces of an order. */
export function QuantityField() {
  const { preferences, setPreferences } = useApp()
  return (
    <PiecesField
      label={texts().quantity}
      name="quantity"
      value={preferences.quantity}
      onChange={(quantity) => setPreferences(changeOfQuantity(preferences, quantity))}
    />
  )
}
