import { texts } from '../../i18n/index.ts'
import { askFirstItem } from '../../model/stored-items.ts'
import { useStored } from '../state/use-stored.ts'

export function AskFirst() {
  const askFirst = useStored(askFirstItem)
  return (
    <label class="checkbox-label">
      <input
        type="checkbox"
        id="ask-first"
        checked={askFirst ?? false}
        onChange={({ currentTarget }) => askFirstItem.setValue(currentTarget.checked)}
      />
      {texts().confirmBeforeSending}
    </label>
  )
}
