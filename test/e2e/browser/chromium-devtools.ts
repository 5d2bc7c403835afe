import type { Socket } from './socket.ts'
import { until } from './wait.ts'

export interface Target {
  targetId: string
  type: string
  url: string
}

export type Send = <T>(method: string, params?: object) => Promise<T>

export interface DevTools {
  browser: Send
  targets(): Promise<Target[]>
  attached<T>(targetId: string, ask: (send: Send) => Promise<T>): Promise<T>
  /** Evaluates and awaits; the value has to be a primitive. */
  evaluate(targetId: string, expression: string): Promise<unknown>
  close(): void
}

interface Evaluated {
  result: { value?: unknown }
  exceptionDetails?: { text: string; exception?: { description?: string } }
}

export function createDevTools(socket: Socket): DevTools {
  const browser: Send = (method, params) => socket.send(method, params)
  const targets = async () => (await browser<{ targetInfos: Target[] }>('Target.getTargets')).targetInfos
  const attach = async (targetId: string) => {
    const { sessionId } = await browser<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    })
    return sessionId
  }
  const detach = async (sessionId: string) =>
    void (await browser('Target.detachFromTarget', { sessionId }).catch(() => {}))
  // A session that attaches while its target starts is sometimes never answered, so it is given up for a new one.
  const attachToLiving = (targetId: string) => {
    let timeoutMs = 400
    return until(`the target ${targetId} to answer`, async () => {
      timeoutMs *= 2
      if (!(await targets()).some((target) => target.targetId === targetId)) return 'closed'
      const sessionId = await attach(targetId)
      try {
        await socket.send('Runtime.evaluate', { expression: '1' }, { sessionId, timeoutMs })
        return sessionId
      } catch (error) {
        await detach(sessionId)
        throw error
      }
    })
  }
  /** Attached for one question at a time: under inspection a popup stays open without the focus, and a worker never stops. */
  const attached: DevTools['attached'] = async (targetId, ask) => {
    const sessionId = await attachToLiving(targetId)
    if (sessionId === 'closed') throw new Error('The view is closed')
    try {
      return await ask((method, params) => socket.send(method, params, { sessionId }))
    } finally {
      await detach(sessionId)
    }
  }
  const evaluate = async (targetId: string, expression: string) => {
    const { result, exceptionDetails } = await attached(targetId, (send) =>
      send<Evaluated>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }),
    )
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  return { browser, targets, attached, evaluate, close: () => socket.close() }
}
