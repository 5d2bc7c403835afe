import type { Check } from '@find-on-1688/shared'

type Name = Check['name']

export function passed(name: Name, detail: string): Check {
  return { name, status: 'ok', detail }
}

export function skipped(name: Name, detail: string): Check {
  return { name, status: 'skipped', detail }
}

export function failed(name: Name, detail: string, remedy: string | undefined): Check {
  return { name, status: 'failed', detail, ...(remedy && { remedy }) }
}
