import { explain } from './failures.ts'
import { jsonIn, type Wrangler } from './wrangler.ts'

/** What is deployed under a name. */
export interface Deployed {
  /** Plain settings with their values. */
  vars: Record<string, string>
  /** The names of what is stored as a secret. */
  secrets: string[]
  /** Whether it has this worker's Durable Objects: another program may have the name. */
  isOurs: boolean
}

interface Version {
  resources?: { bindings?: { name: string; type: string; text?: string; class_name?: string }[] }
}

/** The codes with which Cloudflare says that there is no such worker. */
const NOT_FOUND = [10007, 10090]

/**
 * Reads the version that answers most requests. `undefined` if there is no worker of this name.
 *
 * @throws Error with a sentence for people
 */
export async function readDeployed(wrangler: Wrangler, name: string): Promise<Deployed | undefined> {
  const status = await wrangler(['deployments', 'status', '--name', name, '--json'])
  if (!status.succeeded) {
    const failure = status.entries.find(({ type }) => type === 'command-failed')
    if (NOT_FOUND.includes(failure?.code ?? 0)) return undefined
    // Created, and never deployed: as a button's build finds it.
    if (/has no deployments/.test(failure?.message ?? '')) return { vars: {}, secrets: [], isOurs: true }
    throw new Error(explain(status, name))
  }
  const { versions } = jsonIn(status) as { versions: { version_id: string; percentage: number }[] }
  const [latest] = versions.sort((a, b) => b.percentage - a.percentage)
  const view = await wrangler(['versions', 'view', latest?.version_id ?? '', '--name', name, '--json'])
  const bindings = (jsonIn(view) as Version | undefined)?.resources?.bindings
  if (!view.succeeded || !bindings) throw new Error(explain(view, name))
  return {
    vars: Object.fromEntries(
      bindings.flatMap(({ name, type, text }) => (type === 'plain_text' ? [[name, text ?? '']] : [])),
    ),
    secrets: bindings.filter(({ type }) => type === 'secret_text').map(({ name }) => name),
    isOurs: bindings.some(({ class_name }) => class_name === 'Dispatcher'),
  }
}
