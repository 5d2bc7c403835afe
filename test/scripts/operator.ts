import type { Problem } from '@find-on-1688/shared'

export interface Operator {
  worker: string
  adminToken: string
}

/** The worker's URL and the admin token, from `--worker` and the environment. Ends the command if one is missing. */
export function operatorOf(worker: string | undefined): Operator {
  const adminToken = process.env.ADMIN_TOKEN
  if (!worker || !URL.canParse(worker))
    end('--worker is the address of your worker, such as https://find-on-1688.example.workers.dev')
  if (!adminToken) end('Set the environment variable ADMIN_TOKEN to the ADMIN_TOKEN of your worker.')
  return { worker: new URL(worker).origin, adminToken }
}

/** The worker's answer. Ends the command with the worker's error message if the request failed. */
export async function askWorker<T>(
  { worker, adminToken }: Operator,
  path: string,
  body?: unknown,
): Promise<T> {
  const init: RequestInit = {
    headers: { Authorization: `Bearer ${adminToken}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  }
  const response = await fetch(worker + path, init).catch(() => end(`No worker answers at ${worker}.`))
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok && answer !== undefined) return answer as T
  const { code, detail } = (answer ?? {}) as Partial<Problem>
  return end(
    code
      ? `${detail} (${code})`
      : `${worker} answered with HTTP ${response.status}, and not as this worker does.`,
  )
}

export function end(message: string): never {
  console.error(message)
  process.exit(1)
}
