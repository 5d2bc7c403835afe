import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import type { Binding, Script } from './store.ts'

/** Runs the deployed version of each script in `workerd`, as it was uploaded, over https. */
export class Runner {
  readonly #storage = mkdtempSync(join(tmpdir(), 'cloudflare-'))
  readonly #running = new Map<string, { version: string; miniflare: Miniflare; url: Promise<URL> }>()

  /** The port at which the deployed version answers. */
  async portOf(script: Script): Promise<number> {
    const { deployed, name } = script
    if (!deployed) throw new Error(`${name} has no deployed version`)
    const running = this.#running.get(name)
    if (running?.version === deployed.id) return Number((await running.url).port)
    await running?.miniflare.dispose()
    const { metadata, modules } = deployed
    const of = (type: string) => metadata.bindings.filter((binding) => binding.type === type)
    const texts = [...of('plain_text'), ...of('secret_text')]
    const miniflare = new Miniflare({
      ...convertV4MiniflareOptions({
        name,
        host: '127.0.0.1',
        port: 0,
        https: true,
        modules: [metadata.main_module, ...Object.keys(modules)]
          .filter((path, index, all) => all.indexOf(path) === index)
          .map((path) => ({ type: 'ESModule' as const, path, contents: modules[path] ?? '' })),
        modulesRoot: '/',
        compatibilityDate: metadata.compatibility_date,
        compatibilityFlags: metadata.compatibility_flags ?? [],
        bindings: Object.fromEntries(texts.map(({ name, text = '' }) => [name, text])),
        kvNamespaces: byName(of('kv_namespace'), ({ namespace_id = '' }) => namespace_id),
        durableObjects: byName(of('durable_object_namespace'), ({ class_name = '' }) => ({
          className: class_name,
          useSQLite: script.sqliteClasses.includes(class_name),
        })),
      }),
      resourcePersistencePath: join(this.#storage, name),
      cf: false,
      log: new Log(LogLevel.NONE),
      handleStructuredLogs: () => {},
    })
    const url = miniflare.ready
    this.#running.set(name, { version: deployed.id, miniflare, url })
    return Number((await url).port)
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ miniflare }) => miniflare.dispose()))
    rmSync(this.#storage, { recursive: true, force: true })
  }
}

function byName<T>(bindings: Binding[], toValue: (binding: Binding) => T): Record<string, T> {
  return Object.fromEntries(bindings.map((binding) => [binding.name, toValue(binding)]))
}
