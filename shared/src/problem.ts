import * as v from 'valibot'
import { type AppError, ERROR_CODES, ERRORS } from './errors.ts'
import { WholeNumber } from './whole-number.ts'

export const ErrorCodeSchema = v.picklist(ERROR_CODES)

/** `application/problem+json` (RFC 9457), the body of every failure. */
export const ProblemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: WholeNumber,
  detail: v.string(),
  code: ErrorCodeSchema,
  requestId: v.string(),
  retryAfterMs: v.optional(v.pipe(WholeNumber, v.minValue(0))),
})

export type Problem = v.InferOutput<typeof ProblemSchema>

export function problemOf(error: AppError, requestId: string): Problem {
  const [status, title] = ERRORS[error.code]
  const problem: Problem = {
    type: `urn:find-on-1688:problem:${error.code}`,
    title,
    status,
    detail: error.message,
    code: error.code,
    requestId,
  }
  if (error.retryAfterMs !== undefined) problem.retryAfterMs = Math.max(0, Math.ceil(error.retryAfterMs))
  return problem
}
