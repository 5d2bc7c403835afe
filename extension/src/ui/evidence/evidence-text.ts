import type { CheckResult } from '../../evidence/types.ts'
import { joinSentences, texts } from '../../i18n/index.ts'
import type { Failure } from '../../model/failure.ts'

/** What a file will say about its signatures, before it is saved. */
export function stateText({ state, answers }: CheckResult, keysFailure: Failure | undefined): string {
  const t = texts()
  const valid = answers.filter((answer) => answer.state === 'holds').length
  switch (state) {
    case 'holds':
      return t.evidence.allSigned(valid)
    case 'unsigned':
      return valid > 0 ? t.evidence.partlySigned(valid, answers.length) : t.evidence.unsigned
    case 'changed':
    case 'rest_changed':
      return t.evidence.changed
    case 'unchecked': {
      const reason = keysFailure ? t.failures[keysFailure.code].title : t.evidence.uncheckable
      return joinSentences(reason, t.evidence.uncheckedNote)
    }
  }
}
