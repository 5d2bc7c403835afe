import { AppError } from '@find-on-1688/shared'

/**
 * The error to answer with: an unexpected one becomes `internal`. Its message may contain parts of the request and goes
 * nowhere; only its name and stack frames are logged.
 */
export function asAppError(error: unknown, about: Record<string, string>): AppError {
  if (error instanceof AppError) return error
  const { name, stack = '' } = error instanceof Error ? error : { name: typeof error }
  const frames = stack.split('\n').filter((line) => line.trimStart().startsWith('at '))
  console.error(JSON.stringify({ ...about, error: name, frames: frames.slice(0, 5) }))
  return new AppError('internal', 'Something went wrong in the worker. Try again.')
}
