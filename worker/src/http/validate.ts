import { AppError } from '@find-on-1688/shared'
import * as v from 'valibot'

/** @throws AppError `invalid_request`, naming every part at fault */
export function validate<T extends v.GenericSchema>(schema: T, input: unknown): v.InferOutput<T> {
  const parsed = v.safeParse(schema, input)
  if (parsed.success) return parsed.output
  const faults = parsed.issues.map((issue) => {
    const path = v.getDotPath(issue)
    return path ? `${path}: ${issue.message}` : issue.message
  })
  throw new AppError('invalid_request', `${faults.slice(0, 5).join('; ').slice(0, 500)}.`)
}
