import { asJson, fromJson } from './script.ts'
import type { Socket } from './socket.ts'

export interface Chrome {
  /** In the window of the browser itself, which holds the menus, the tabs and the popup. */
  evaluate<T>(script: string): Promise<T>
  /** In the document that a <browser> element of that window shows; the script answers a string or undefined. */
  inside(browser: string, script: string): Promise<unknown>
}

interface Evaluated {
  type: 'success' | 'exception'
  result?: { value?: unknown }
  exceptionDetails?: { text: string }
}

export async function createChrome(bidi: Socket): Promise<Chrome> {
  const tree = await bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  })
  const context = tree.contexts[0]?.context
  if (!context) throw new Error('Firefox shows no window')
  const evaluate = async <T>(script: string) => {
    const { type, result, exceptionDetails } = await bidi.send<Evaluated>('script.evaluate', {
      expression: asJson(script),
      target: { context },
      awaitPromise: true,
    })
    if (type === 'exception') throw new Error(exceptionDetails?.text)
    return fromJson<T>(result?.value)
  }
  return { evaluate, inside: (browser, script) => evaluate(relay(browser, script)) }
}

/**
 * BiDi lists tabs only, neither popups nor backgrounds; a frame script reaches them all.
 * The sandbox sees what the document's window has, but not its top-level `let` and `const`.
 */
const relay = (browser: string, script: string) => `new Promise((resolve, reject) => {
  const { messageManager } = ${browser} ?? (() => { throw new Error('The view is closed') })()
  const name = 'answer:' + crypto.randomUUID()
  messageManager.addMessageListener(name, function hear({ data }) {
    messageManager.removeMessageListener(name, hear)
    if (data.error) reject(new Error(data.error))
    else resolve(data.value)
  })
  const frameScript = (name, script) => {
    const fail = error => sendAsyncMessage(name, { error: String(error) })
    try {
      const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false, sameZoneAs: content })
      Cu.evalInSandbox(script, sandbox).then?.(value => sendAsyncMessage(name, { value }), fail)
        ?? fail('The script has to answer a promise')
    } catch (error) {
      fail(error)
    }
  }
  const source = '(' + frameScript + ')(' + JSON.stringify(name) + ',' + JSON.stringify(${JSON.stringify(script)}) + ')'
  messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(source), false)
})`
