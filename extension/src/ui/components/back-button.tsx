import { texts } from '../../i18n/index.ts'
import { useApp } from '../state/app-context.tsx'

/** To where one came from; a view that was opened by its address goes to the results. */
export function BackButton() {
  const { navigate } = useApp()
  return (
    <button
      type="button"
      class="secondary back"
      onClick={() => (history.length > 1 ? history.back() : navigate('results'))}
    >
      {texts().back}
    </button>
  )
}
