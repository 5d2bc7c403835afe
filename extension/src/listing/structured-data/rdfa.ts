import { propertyValue } from './microdata.ts'
import type { Thing } from './schema-org.ts'

const MAX_ITEMS = 300

/** The RDFa Lite of a page in the form of JSON-LD: https://www.w3.org/TR/rdfa-lite/ */
export function rdfaOf(document: Document): Thing[] {
  const items = [...document.querySelectorAll('[typeof]')].filter(
    (item) => !item.hasAttribute('property') || !item.parentElement?.closest('[typeof]'),
  )
  return items.slice(0, MAX_ITEMS).map(thingOf)
}

function thingOf(item: Element): Thing {
  const thing: Thing = Object.create(null)
  thing['@type'] = item.getAttribute('typeof')?.split(/\s+/) ?? []
  const id = item.getAttribute('resource') ?? item.getAttribute('about')
  if (id) thing['@id'] = id
  for (const element of item.querySelectorAll('[property]')) {
    if (element.parentElement?.closest('[typeof]') !== item) continue
    const value = element.hasAttribute('typeof') ? thingOf(element) : propertyValue(element)
    if (value === null) continue
    for (const name of element.getAttribute('property')?.split(/\s+/) ?? [])
      thing[name] = [...((thing[name] as unknown[] | undefined) ?? []), value]
  }
  return thing
}
