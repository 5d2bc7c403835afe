import { randomUUID } from 'node:crypto'

/** A binding of a version, as the API calls its members. */
export interface Binding {
  name: string
  type: string
  text?: string
  namespace_id?: string
  class_name?: string
  namespace?: string
}

/** What an upload says of itself, beside its modules. */
export interface Metadata {
  main_module: string
  bindings: Binding[]
  keep_bindings?: string[]
  compatibility_date: string
  compatibility_flags?: string[]
  migrations?: { new_tag: string; old_tag?: string; steps?: { new_sqlite_classes?: string[] }[] }
}

export interface Version {
  id: string
  metadata: Metadata
  /** The text of each module. */
  modules: Record<string, string>
}

export interface Script {
  name: string
  /** The tag of the last migration. */
  migrationTag?: string
  sqliteClasses: string[]
  versions: Version[]
  /** The version that answers. */
  deployed?: Version
}

export class ApiFailure extends Error {
  readonly status: number
  readonly code: number

  constructor(status: number, code: number, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** What the account holds. */
export class Store {
  readonly scripts = new Map<string, Script>()
  readonly namespaces = new Map<string, string>()
  /** Host names and the scripts that answer there. */
  readonly domains = new Map<string, string>()
  maxNamespaces = 100

  script(name: string): Script {
    const script = this.scripts.get(name)
    if (!script) throw new ApiFailure(404, 10007, 'This Worker does not exist on your account.')
    return script
  }

  createNamespace(title: string): { id: string; title: string } {
    if ([...this.namespaces.values()].includes(title))
      throw new ApiFailure(400, 10014, 'a namespace with this account ID and title already exists')
    if (this.namespaces.size >= this.maxNamespaces)
      throw new ApiFailure(
        400,
        10000 + 47,
        'You have reached the maximum number of namespaces for your account.',
      )
    const id = randomUUID().replaceAll('-', '')
    this.namespaces.set(id, title)
    return { id, title }
  }

  /** Adds a version, with what it inherits or keeps from the one before. */
  addVersion(name: string, metadata: Metadata, modules: Record<string, string>): Version {
    const script = this.scripts.get(name) ?? { name, sqliteClasses: [], versions: [] }
    const before = script.versions.at(-1)?.metadata.bindings ?? []
    const bindings = metadata.bindings.map((binding) => {
      if (binding.type !== 'inherit') return binding
      const inherited = before.find((one) => one.name === binding.name)
      if (inherited) return inherited
      throw new ApiFailure(400, 10057, `inherit binding '${binding.name}' is invalid: no such binding`)
    })
    const names = bindings.map((binding) => binding.name)
    const kept = before.filter(
      (binding) => metadata.keep_bindings?.includes(binding.type) && !names.includes(binding.name),
    )
    if (metadata.migrations) {
      script.migrationTag = metadata.migrations.new_tag
      script.sqliteClasses.push(
        ...(metadata.migrations.steps ?? []).flatMap((step) => step.new_sqlite_classes ?? []),
      )
    }
    for (const { type, class_name = '' } of bindings)
      if (type === 'durable_object_namespace' && !script.sqliteClasses.includes(class_name))
        throw new ApiFailure(400, 10061, `no migration has created the class ${class_name}`)
    const version = { id: randomUUID(), metadata: { ...metadata, bindings: [...bindings, ...kept] }, modules }
    script.versions.push(version)
    this.scripts.set(name, script)
    return version
  }
}
