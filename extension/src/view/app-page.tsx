import { Bring } from './bring.tsx'
import { Current } from './current.tsx'

/** The same app in a tab of its own, where a picture of one's own can be brought. */
export function AppPage() {
  return (
    <div class="page">
      <Bring />
      <Current where="tab" empty={() => null} />
    </div>
  )
}
