import { askFirstItem } from '../search/state.ts'
import { texts } from '../text/index.ts'
import { useItem } from './use-item.ts'

export function AskFirst() {
  const askFirst = useItem(askFirstItem)
  return (
    <label class="check">
      <input
        type="checkbox"
        id="ask-first"
        checked={askFirst ?? false}
        onChange={({ currentTarget }) => askFirstItem.setValue(currentTarget.checked)}
      />
      {texts().askFirst}
    </label>
  )
}
