import type { Bindings } from '../bindings.ts'
import type { Dispatcher } from '../dispatch/dispatcher.ts'

/**
 * The object that sends an app key's calls. Where it lives is decided once, when it is first asked for, and otherwise by where
 * that first request came from. 1688's gateway is in China, so it belongs nearest to there; it cannot be moved later.
 */
export function dispatcherOf({ DISPATCHER }: Bindings, appKey: string): DurableObjectStub<Dispatcher> {
  return DISPATCHER.getByName(appKey, { locationHint: 'apac' })
}
