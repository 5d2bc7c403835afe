import { Current } from './current.tsx'
import { Idle } from './idle.tsx'

/** The search of the moment, or what to do to make one. */
export function Popup() {
  return <Current where="popup" empty={(setUp) => <Idle setUp={setUp} />} />
}
