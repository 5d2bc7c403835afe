import { joinSentences, texts } from '../../i18n/index.ts'
import type { Failure } from '../../model/failure.ts'

/** What is wrong with a connection and what to do, with the address that does not answer. */
export function connectionProblem({ code }: Failure, address: string): string {
  const t = texts()
  const { title, hint } = t.failures[code]
  switch (code) {
    case 'proxy_unreachable':
      return t.proxyUnreachableAt(address)
    case 'proxy_timeout':
      return t.proxySlowAt(address)
    case 'proxy_bad_answer':
      return t.noProxyAt(address)
    default:
      return joinSentences(title, hint)
  }
}
