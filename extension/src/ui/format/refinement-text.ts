import { joinList, texts } from '../../i18n/index.ts'
import type { Refinement } from '../../model/search.ts'

/** Notes of the worker that are about a refinement. */
export const NOT_APPLIED = /\bnot applied\b/

/** In words: the keyword in quotes, then the services. */
export function refinementText({ keyword, filter = [] }: Refinement): string {
  const t = texts()
  return joinList([...(keyword ? [t.quoted(keyword)] : []), ...filter.map((service) => t.services[service])])
}

/** What of it 1688 has searched for: the worker's notes say what it could not. */
export function appliedOf({ keyword, filter }: Refinement, notes: readonly string[]): Refinement {
  const isLeftOut = (what: RegExp) => notes.some((note) => what.test(note))
  return {
    ...(keyword && !isLeftOut(/\bkeyword\b.*not applied/) && { keyword }),
    ...(filter && !isLeftOut(/\bservices?\b.*not applied/) && { filter }),
  }
}

export function isRefined({ keyword, filter = [] }: Refinement = {}): boolean {
  return Boolean(keyword) || filter.length > 0
}
