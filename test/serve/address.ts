import { createServer } from 'node:net'

/** Where a worker that listens on a host is reached from this machine. */
export function localAddress(host: string, port: number): string {
  if (['0.0.0.0', '::'].includes(host)) return `http://127.0.0.1:${port}`
  // A connection code holds no IPv6 address.
  return `http://${host === '::1' ? 'localhost' : host}:${port}`
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** Why nothing can listen there; `undefined` if something can. */
export function listenFault(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', ({ code = '' }: NodeJS.ErrnoException) => resolve(faultOf(code, host, port)))
    server.listen({ host, port }, () => server.close(() => resolve(undefined)))
  })
}

function faultOf(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Another program listens on port ${port} of ${host}: stop it, or choose another port with --port.`
  if (code === 'EACCES')
    return `Port ${port} may not be used by this account: choose one from 1024 on with --port.`
  return `${host} is not an address of this machine (${code}): choose another one with --host.`
}
