import { LIMITS } from '@find-on-1688/shared'
import { rememberProvider } from '../../api/picture-limit.ts'
import { postSearch, signedAnswerOf } from '../../api/post-search.ts'
import { requireProxy } from '../../api/settings.ts'
import { titleLanguage } from '../../api/title-language.ts'
import { getBatch, getBatchPicture } from '../../db/batches.ts'
import type { BatchAnswer } from '../../model/batch.ts'
import { fail } from '../../model/failure.ts'

/**
 * Asks for the first page of offers. The request is the same each time: after a kill the worker has its answer, or is still waiting
 * for it, and nothing is paid again.
 *
 * @returns also whether the worker had it already: then it cost no search
 * @throws AppError of `postSearch`
 */
export async function searchPicture(
  signal: AbortSignal,
  batchId: string,
  digest: string,
): Promise<{ answer: BatchAnswer; cached: boolean }> {
  const [batch, picture] = await Promise.all([getBatch(batchId), getBatchPicture(batchId, digest)])
  if (!picture) return fail('picture_unreadable')
  const { language = titleLanguage() } = batch?.settings ?? {}
  const query = { mode: 'same' as const, page: 1, pageSize: LIMITS.defaultPageSize, language }
  const answer = await postSearch(signal, await requireProxy(), picture.jpeg, query, { priority: 'batch' })
  await rememberProvider(answer.provider)
  const { provider, total, offers, notes, cached } = answer
  return {
    answer: {
      ...{ batchId, digest, at: Date.now(), provider, total, offers, notes, verdicts: {} },
      answer: signedAnswerOf(answer, query),
    },
    cached,
  }
}
