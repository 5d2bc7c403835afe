import { useRef, useState } from 'preact/hooks'
import { testConnection } from '../../api/test-connection.ts'
import { failureOf } from '../../model/failure.ts'
import { proxyItem } from '../../model/stored-items.ts'
import { connectionProblem } from './connection-problem.ts'
import { readTyped, type Typed } from './read-typed.ts'

export type Attempt =
  | { state: 'none' | 'testing' }
  | { state: 'wrong'; text: string; detail?: string | undefined }

/** Tests what was typed, and stores it only once the proxy has accepted it: until then, what works stays in use. */
export function useConnectionTest(onAccepted: () => void) {
  const [attempt, setAttempt] = useState<Attempt>({ state: 'none' })
  const latest = useRef<object | undefined>(undefined)

  async function connect(typed: Typed): Promise<void> {
    const test = {}
    latest.current = test
    const read = readTyped(typed)
    if ('wrong' in read) return setAttempt({ state: 'wrong', text: read.wrong })
    const { proxy } = read
    setAttempt({ state: 'testing' })
    try {
      await testConnection(proxy)
      if (latest.current !== test) return
      await proxyItem.setValue(proxy)
      setAttempt({ state: 'none' })
      onAccepted()
    } catch (error) {
      if (latest.current !== test) return
      const failure = failureOf(error)
      setAttempt({ state: 'wrong', text: connectionProblem(failure, proxy.address), detail: failure.detail })
    }
  }

  /** Whatever is under way no longer counts: the text has changed. */
  function reset(): void {
    latest.current = undefined
    setAttempt({ state: 'none' })
  }

  return { attempt, connect, reset }
}
