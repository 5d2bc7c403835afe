import { Resolver } from 'node:dns/promises'
import { ApiError, createClient } from '@find-on-1688/shared/client'

type Lookup = (host: string) => Promise<unknown>

/**
 * Why a host name may not be taken for the worker; `undefined` if it may. Without a terminal, Wrangler replaces the DNS records
 * of a name, or takes it from another Worker, without asking.
 */
export async function domainFault(host: string, lookUp: Lookup = hasRecords): Promise<string | undefined> {
  try {
    if (!(await lookUp(host))) return undefined
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? error
    return `Whether ${host} has DNS records already cannot be found out (${code}): --yes goes on, and replaces any.`
  }
  const isWorker = await createClient({ address: `https://${host}` }, { retries: { attempts: 1 } })
    .health()
    .then(
      () => true,
      (error: unknown) => error instanceof ApiError && error.code === 'not_configured',
    )
  if (isWorker) return undefined
  return `${host} points to something else already: delete its DNS record at dash.cloudflare.com, or choose another name with --domain.`
}

async function hasRecords(host: string): Promise<boolean> {
  const resolver = new Resolver({ timeout: 3000, tries: 2 })
  const answers = await Promise.all(
    [resolver.resolve4(host), resolver.resolve6(host)].map((answer) =>
      answer.then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (['ENOTFOUND', 'ENODATA'].includes(error.code ?? '')) return false
          throw error
        },
      ),
    ),
  )
  return answers.includes(true)
}
