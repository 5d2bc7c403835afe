import { CEILING_MS, within } from './wait.ts'

/** A page that decodes a large picture answers nothing meanwhile. */
const ANSWER_MS = 4 * CEILING_MS

interface Answer {
  id?: number
  method?: string
  params?: { sessionId?: string }
  result?: unknown
  error?: unknown
  message?: string
}

export interface Socket {
  send<T>(method: string, params?: object, more?: { sessionId?: string; timeoutMs?: number }): Promise<T>
  /** @returns what ends it */
  listen<T>(event: string, listener: (params: T) => void): () => void
  close(): void
}

/** Chromium's DevTools protocol. */
export async function connect(url: string): Promise<Socket> {
  const socket = new WebSocket(url)
  const waiting = new Map<number, PromiseWithResolvers<unknown> & { sessionId: string | undefined }>()
  const listeners = new Set<(answer: Answer) => void>()
  let lastId = 0
  const opened = Promise.withResolvers<void>()
  socket.onopen = () => opened.resolve()
  socket.onerror = () => opened.reject(new Error(`No connection to ${url}`))
  socket.onclose = () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser closed the connection'))
    waiting.clear()
  }
  socket.onmessage = ({ data }) => {
    const answer: Answer = JSON.parse(data)
    if (answer.method === 'Target.detachedFromTarget') {
      // Chromium never answers a request to a closed target.
      for (const { reject, sessionId } of waiting.values()) {
        if (sessionId && sessionId === answer.params?.sessionId) reject(new Error('The view is closed'))
      }
    }
    for (const listener of listeners) listener(answer)
    if (answer.id === undefined) return
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.error === undefined) asked?.resolve(answer.result)
    else asked?.reject(new Error(JSON.stringify(answer.message ?? answer.error)))
  }
  await within(CEILING_MS, `a connection to ${url}`, opened.promise)
  return {
    send: async <T>(
      method: string,
      params = {},
      { sessionId, timeoutMs = ANSWER_MS } = {} as { sessionId?: string; timeoutMs?: number },
    ) => {
      if (socket.readyState !== WebSocket.OPEN) throw new Error(`${method}: the connection is closed`)
      const id = ++lastId
      const asked = Promise.withResolvers<unknown>()
      waiting.set(id, { ...asked, sessionId })
      socket.send(JSON.stringify({ id, method, params, sessionId }))
      try {
        return (await within(
          timeoutMs,
          `the browser's answer to ${method} ${JSON.stringify(params).slice(0, 300)}`,
          asked.promise,
        )) as T
      } finally {
        waiting.delete(id)
      }
    },
    listen: <T>(event: string, listener: (params: T) => void) => {
      const heard = ({ method, params }: Answer) => method === event && listener(params as T)
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
    close: () => socket.close(),
  }
}
