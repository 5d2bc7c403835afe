import { createServer } from 'node:net'

/** How long what listens on a port may take to say what it is. */
const ANSWER_MS = 1000
const MAX_PORT = 65_535

/** Why nothing can listen there, in a sentence with what to do; `undefined` if something can. */
export async function listenFault(host: string, port: number): Promise<string | undefined> {
  const code = await listenError(host, port)
  if (code === undefined) return undefined
  if (code === 'EADDRINUSE')
    return `${await listenerOf(host, port)} listens on port ${port} of ${host}: stop it, or choose another port with --port.`
  if (code === 'EACCES')
    return `Port ${port} may not be used by this account: choose one from 1024 on with --port.`
  return `${host} is not an address of this machine (${code}): choose another one with --host.`
}

/** The next port above one on which something can listen. */
export async function nextFreePort(host: string, above: number): Promise<number> {
  for (let port = above + 1; port <= MAX_PORT; port++)
    if ((await listenError(host, port)) === undefined) return port
  throw new Error(`no port above ${above} is free`)
}

/** What listens on a port, as the subject of a sentence: another worker of ours, or something else. */
export async function listenerOf(host: string, port: number): Promise<string> {
  try {
    const address = host.includes(':') ? `[${host}]` : host
    const response = await fetch(`http://${address}:${port}/v1/health`, {
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    const answer = (await response.json()) as { service?: unknown; code?: unknown }
    const isOurs = answer.service === 'find-on-1688' || answer.code === 'not_configured'
    if (isOurs) return 'Another Find on 1688'
  } catch {
    // It speaks something else.
  }
  return 'Another program'
}

function listenError(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', ({ code = '' }: NodeJS.ErrnoException) => resolve(code))
    server.listen({ host, port }, () => server.close(() => resolve(undefined)))
  })
}
