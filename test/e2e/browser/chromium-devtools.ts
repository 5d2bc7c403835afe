import type { Socket } from './socket.ts'
import { CEILING_MS, until, within } from './wait.ts'

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
  /**
   * Waits for a service worker without inspecting it: one that is inspected while it installs may never be there, and
   * Chromium forgets it without a word.
   *
   * @param pageId any page, which tells of the workers
   */
  workerActive(pageId: string, origin: string): Promise<void>
  close(): void
}

interface WorkerVersions {
  versions: { scriptURL: string; status: string }[]
}

interface Evaluated {
  result: { value?: unknown }
  exceptionDetails?: { text: string; exception?: { description?: string } }
}

export function createDevTools(socket: Socket): DevTools {
  const browser: Send = (method, params) => socket.send(method, params)
  const targets = async () => (await browser<{ targetInfos: Target[] }>('Target.getTargets')).targetInfos
  const attach = async (targetId: string) => {
    const attaching = browser<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
    const { sessionId } = await attaching.catch((error) => {
      if (String(error).includes('No target with given id')) return { sessionId: 'closed' }
      throw error
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
      const sessionId = await attach(targetId)
      if (sessionId === 'closed') return sessionId
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
  const workerActive: DevTools['workerActive'] = (pageId, origin) =>
    attached(pageId, async (send) => {
      const active = Promise.withResolvers<void>()
      const end = socket.listen<WorkerVersions>('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        const own = versions.filter(({ scriptURL }) => scriptURL.startsWith(origin))
        if (own.some(({ status }) => status === 'activated')) active.resolve()
      })
      await send('ServiceWorker.enable')
      await within(CEILING_MS, 'the service worker to be active', active.promise).finally(end)
    })
  return { browser, targets, attached, evaluate, workerActive, close: () => socket.close() }
}
