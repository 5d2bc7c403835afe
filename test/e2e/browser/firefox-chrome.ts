import type { Marionette } from './marionette.ts'
import { asJson, fromJson } from './script.ts'

export interface Chrome {
  /** In the window of the browser itself, which holds the menus, the tabs and the popup. */
  evaluate<T>(script: string): Promise<T>
  /** In the document that a <browser> element of that window shows; the script answers a string or undefined. */
  inside(browser: string, script: string): Promise<unknown>
}

export function createChrome(marionette: Marionette): Chrome {
  const evaluate = async <T>(script: string) => {
    const { value } = await marionette.send<{ value: unknown }>('WebDriver:ExecuteScript', {
      script: `return ${asJson(script)}`,
      args: [],
    })
    return fromJson<T>(value)
  }
  return { evaluate, inside: (browser, script) => evaluate(relay(browser, script)) }
}

/**
 * Marionette knows tabs only, neither popups nor backgrounds; a frame script reaches them all.
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
