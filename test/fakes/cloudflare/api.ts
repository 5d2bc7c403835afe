import { ApiFailure, type Metadata, type Script, type Store, type Version } from './store.ts'

const ACCOUNT = { id: '0123456789abcdef0123456789abcdef', name: 'Anna’s account' }

export interface ApiOptions {
  token: string
  /** The account's part of workers.dev; `undefined` if none was chosen yet. */
  subdomain?: string | undefined
}

/**
 * The part of Cloudflare's API that Wrangler calls to deploy a worker, by its public reference (developers.cloudflare.com/api):
 * what it stores, it stores as uploaded, and never shows a secret again.
 */
export async function answer(store: Store, request: Request, options: ApiOptions): Promise<unknown> {
  if (request.headers.get('Authorization') !== `Bearer ${options.token}`)
    throw new ApiFailure(401, 10000, 'Authentication error')
  const path = new URL(request.url).pathname.replace(/^\/client\/v4/, '')
  const { method } = request
  for (const [route, handle] of routesOf(store, options)) {
    const [wanted, pattern = ''] = route.split(' ')
    if (wanted !== method) continue
    const match = new RegExp(`^${pattern.replaceAll('*', '([^/]+)')}$`).exec(path)
    if (match) return await handle(request, match[1] ?? '', match[2] ?? '')
  }
  throw new ApiFailure(
    404,
    7003,
    `Could not route to ${method} ${path}, perhaps your object identifier is invalid?`,
  )
}

const CREATED = { created_on: '2026-11-01T00:00:00Z', author_email: 'anna@example.com', source: 'wrangler' }
type Handler = (request: Request, first: string, second: string) => unknown
const HERE = `/accounts/${ACCOUNT.id}`

function routesOf(store: Store, { subdomain }: ApiOptions): [string, Handler][] {
  const deploy = (script: Script, version: Version) => {
    script.deployed = version
  }
  const urlOf = (name: string) => `${name}.${subdomain}.workers.dev`
  return [
    ['GET /user/tokens/verify', () => ({ id: 'token', status: 'active' })],
    ['GET /user', () => ({ id: 'user', email: 'anna@example.com' })],
    ['GET /accounts', () => [ACCOUNT]],
    ['GET /memberships', () => [{ id: 'membership', account: ACCOUNT }]],
    [
      `GET ${HERE}/workers/subdomain`,
      () => {
        if (subdomain) return { subdomain }
        throw new ApiFailure(404, 10007, 'You do not have a workers.dev subdomain.')
      },
    ],
    [
      `GET ${HERE}/workers/services/*`,
      (_, name) => {
        if (!store.scripts.has(name))
          throw new ApiFailure(404, 10090, 'This service does not exist on your account.')
        const { migrationTag } = store.script(name)
        const script = { tag: name, tags: null, migration_tag: migrationTag, last_deployed_from: 'wrangler' }
        return { id: name, default_environment: { environment: 'production', script } }
      },
    ],
    // What else would break without it: nothing.
    [
      `GET ${HERE}/workers/scripts/*/references`,
      () => ({ services: { incoming: [], outgoing: [] }, durable_objects: [], dispatch_outbounds: [] }),
    ],
    [`GET ${HERE}/workers/tails/by-consumer/*`, () => []],
    [
      `GET ${HERE}/workers/scripts/*/versions`,
      (_, name) => ({
        items: store.script(name).versions.map(({ id }) => ({ id, number: 1, metadata: CREATED })),
      }),
    ],
    [
      `DELETE ${HERE}/workers/services/*`,
      (_, name) => {
        store.script(name)
        store.scripts.delete(name)
        return null
      },
    ],
    [
      `GET ${HERE}/workers/scripts`,
      () =>
        [...store.scripts.values()].map(({ name, migrationTag }) => ({
          id: name,
          migration_tag: migrationTag,
        })),
    ],
    [
      `GET ${HERE}/workers/scripts/*/settings`,
      (_, name) => ({ bindings: shown(store.script(name).deployed) }),
    ],
    [`PATCH ${HERE}/workers/scripts/*/script-settings`, (request) => request.json()],
    [
      `GET ${HERE}/workers/scripts/*/secrets`,
      (_, name) => shown(store.script(name).deployed).filter(({ type }) => type === 'secret_text'),
    ],
    [
      `PUT ${HERE}/workers/scripts/*/secrets`,
      async (request, name) => {
        const secret = (await request.json()) as { name: string; text: string }
        const script = store.script(name)
        const { metadata, modules } = script.deployed ?? { metadata: undefined, modules: {} }
        if (!metadata) throw new ApiFailure(404, 10007, 'This Worker does not exist on your account.')
        const others = metadata.bindings.filter((binding) => binding.name !== secret.name)
        const bindings = [...others, { ...secret, type: 'secret_text' }]
        deploy(script, store.addVersion(name, { ...metadata, bindings }, modules))
        return { name: secret.name, type: 'secret_text' }
      },
    ],
    [
      `GET ${HERE}/workers/scripts/*/deployments`,
      (_, name) => {
        const { deployed } = store.script(name)
        const versions = [{ version_id: deployed?.id, percentage: 100 }]
        return {
          deployments: deployed ? [{ id: `of-${deployed.id}`, strategy: 'percentage', versions }] : [],
        }
      },
    ],
    [
      `POST ${HERE}/workers/scripts/*/deployments`,
      async (request, name) => {
        const { versions } = (await request.json()) as { versions: { version_id: string }[] }
        const script = store.script(name)
        const version = script.versions.find(({ id }) => id === versions[0]?.version_id)
        if (!version) throw new ApiFailure(404, 10008, 'No such version.')
        deploy(script, version)
        return { id: `of-${version.id}` }
      },
    ],
    [
      `GET ${HERE}/workers/scripts/*/versions/*`,
      (_, name, id) => {
        const version = store.script(name).versions.find((one) => one.id === id)
        if (!version) throw new ApiFailure(404, 10008, 'No such version.')
        return {
          id,
          metadata: CREATED,
          resources: { bindings: shown(version) },
        }
      },
    ],
    [
      `POST ${HERE}/workers/scripts/*/versions`,
      async (request, name) => {
        store.script(name)
        const version = await read(store, request, name)
        return { id: version.id, resources: { script: { etag: version.id } }, startup_time_ms: 1 }
      },
    ],
    [
      `PUT ${HERE}/workers/scripts/*`,
      async (request, name) => {
        const version = await read(store, request, name)
        deploy(store.script(name), version)
        return {
          id: name,
          etag: version.id,
          deployment_id: version.id.replaceAll('-', ''),
          startup_time_ms: 1,
        }
      },
    ],
    [`POST ${HERE}/workers/scripts/*/subdomain`, (request) => request.json()],
    [
      `GET ${HERE}/workers/workers/*`,
      (_, name) => ({
        id: name,
        name,
        subdomain: { enabled: true, previews_enabled: false, url: `https://${urlOf(name)}` },
      }),
    ],
    [
      `POST ${HERE}/workers/scripts/*/domains/changeset`,
      () => ({ added: [], removed: [], updated: [], conflicting: [] }),
    ],
    [
      `PUT ${HERE}/workers/scripts/*/domains/records`,
      async (request, name) => {
        const { origins } = (await request.json()) as { origins: { hostname: string }[] }
        for (const { hostname } of origins) store.domains.set(hostname, name)
        return origins
      },
    ],
    [`GET ${HERE}/storage/kv/namespaces`, () => [...store.namespaces].map(([id, title]) => ({ id, title }))],
    [`DELETE ${HERE}/storage/kv/namespaces/*`, (_, id) => void store.namespaces.delete(id)],
    [
      `POST ${HERE}/storage/kv/namespaces`,
      async (request) => store.createNamespace(((await request.json()) as { title: string }).title),
    ],
  ]
}

/** The bindings of a version, without the texts of secrets. */
function shown(version: Version | undefined) {
  return (version?.metadata.bindings ?? []).map((binding) => {
    const { text: _, ...rest } = binding
    return binding.type === 'secret_text' ? rest : binding
  })
}

async function read(store: Store, request: Request, name: string): Promise<Version> {
  const form = await request.formData()
  const metadata = JSON.parse(String(form.get('metadata'))) as Metadata
  const modules: Record<string, string> = {}
  for (const [path, part] of form) {
    if (typeof part === 'string') continue
    if (part.type === 'application/javascript+module') modules[path] = await part.text()
  }
  return store.addVersion(name, metadata, modules)
}
