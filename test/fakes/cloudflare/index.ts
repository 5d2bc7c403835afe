import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { answer } from './api.ts'
import { Runner } from './runner.ts'
import { ApiFailure, Store } from './store.ts'

export interface CloudflareOptions {
  token?: string
  /** The account's part of workers.dev; `null` if none was chosen yet. */
  subdomain?: string | null
  /** How many connections a new address refuses before it answers. */
  silentConnections?: number
}

export interface Cloudflare {
  store: Store
  /** What a program needs in its environment to take this for Cloudflare. */
  environment: Record<string, string>
  /** Each call as `METHOD path`. */
  calls: string[]
  close(): Promise<void>
}

/**
 * Cloudflare on this machine: its API, which Wrangler talks to, and as a proxy the addresses at which the workers answer that
 * were uploaded, over https. What it stores is what was uploaded, and runs in `workerd`.
 */
export async function startCloudflare(options: CloudflareOptions = {}): Promise<Cloudflare> {
  const { token = 'a-token', subdomain = 'anna', silentConnections = 0 } = options
  const store = new Store()
  const runner = new Runner()
  const calls: string[] = []
  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming
    calls.push(`${method} ${url.replace(/\?.*/, '')}`)
    const body = method === 'GET' ? null : await new Response(incoming as never).arrayBuffer()
    const request = new Request(`http://cloudflare.test${url}`, { method, headers: headers as never, body })
    const [status, envelope] = await answer(store, request, {
      token,
      subdomain: subdomain ?? undefined,
    }).then(
      (result) =>
        [200, { success: true, errors: [], messages: [], result, ...pageOf(result, request.url) }] as const,
      (error: unknown) => {
        if (!(error instanceof ApiFailure)) throw error
        const { code, message } = error
        return [
          error.status,
          { success: false, errors: [{ code, message }], messages: [], result: null },
        ] as const
      },
    )
    outgoing.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(envelope))
  })
  let silent = silentConnections
  // Programs reach the workers' addresses through a tunnel, whose end is the worker's own https.
  server.on('connect', async (request, socket, head) => {
    socket.on('error', () => {})
    const host = request.url?.replace(/:443$/, '') ?? ''
    const name =
      store.domains.get(host) ??
      (subdomain && host.endsWith(`.${subdomain}.workers.dev`) && host.split('.')[0])
    const script = name ? store.scripts.get(name) : undefined
    if (!script || silent-- > 0) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    const worker = connect(await runner.portOf(script), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      worker.write(head)
      socket.pipe(worker).pipe(socket)
    })
    worker.on('error', () => socket.destroy())
    socket.on('close', () => worker.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    store,
    calls,
    environment: {
      CLOUDFLARE_API_BASE_URL: `${address}/client/v4`,
      CLOUDFLARE_API_TOKEN: token,
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: address,
      NO_PROXY: '127.0.0.1,localhost',
      // The certificate is Miniflare's own.
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await runner.close()
    },
  }
}

/** Of a list, the page that was asked for: beyond the last one there is nothing. */
function pageOf(list: unknown, url: string) {
  if (!Array.isArray(list)) return {}
  const { searchParams } = new URL(url)
  const page = Number(searchParams.get('page') ?? 1)
  const perPage = Number(searchParams.get('per_page') ?? 20)
  const result = list.slice((page - 1) * perPage, page * perPage)
  const totals = { total_count: list.length, total_pages: Math.ceil(list.length / perPage) }
  return { result, result_info: { page, per_page: perPage, count: result.length, ...totals } }
}
