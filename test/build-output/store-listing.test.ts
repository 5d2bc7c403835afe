import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../tools/paths.ts'
import { built, FOLDERS } from './folders.ts'

const listing = sectionsOf(readFileSync(join(ROOT, 'docs', 'store', 'listing.md'), 'utf8'))

/** In characters; the lowest limit of all stores with this field. */
const LONGEST: Record<string, number> = {
  Name: 45,
  'Short summary': 132,
  Summary: 250,
  Description: 10_000,
}

describe.each([
  ['English', 'en'],
  ['中文', 'zh_CN'],
])('the store texts in %s', (language, locale) => {
  const messages = JSON.parse(
    readFileSync(join(ROOT, 'extension', 'public', '_locales', locale, 'messages.json'), 'utf8'),
  )

  test.each(Object.entries(LONGEST))('%s has at most %i characters', (field, most) => {
    expect([...fieldOf(language, field)].length).toBeLessThanOrEqual(most)
  })

  test('name and short summary are those of the package', () => {
    expect(fieldOf(language, 'Name')).toBe(messages.name.message)
    expect(fieldOf(language, 'Short summary')).toBe(messages.description.message)
  })

  test("the description has the 250 characters that Edge's store requires, and mentions the proxy at the start", () => {
    const description = fieldOf(language, 'Description')
    expect([...description].length).toBeGreaterThanOrEqual(250)
    expect(description.slice(0, 400)).toMatch(/proxy|服务器/)
  })

  test('there are at most seven search terms, of 30 characters and 21 words', () => {
    const terms = fieldOf(language, 'Search terms').split('; ')
    expect(terms.length).toBeLessThanOrEqual(7)
    expect(Math.max(...terms.map((term) => term.length))).toBeLessThanOrEqual(30)
    expect(terms.join(' ').split(/\s+/).length).toBeLessThanOrEqual(21)
  })
})

describe.each(FOLDERS)('the permissions of %s', (folder) => {
  const manifest = JSON.parse(readFileSync(join(built(folder), 'manifest.json'), 'utf8'))

  test('each have a justification of at most 1000 characters', () => {
    const asked = [...manifest.permissions, 'optional_host_permissions']
    for (const permission of asked) {
      const why = fieldOf('Forms', `Permission: ${permission}`)
      expect(why.length, permission).toBeGreaterThan(40)
      expect(why.length, permission).toBeLessThanOrEqual(1000)
    }
  })
})

test('no justification is given for a permission that neither build requests', () => {
  const asked = FOLDERS.flatMap(
    (folder) => JSON.parse(readFileSync(join(built(folder), 'manifest.json'), 'utf8')).permissions,
  )
  const justified = Object.keys(listing.Forms ?? {})
    .filter((field) => field.startsWith('Permission: '))
    .map((field) => field.slice('Permission: '.length))
  expect(justified.filter((name) => name !== 'optional_host_permissions' && !asked.includes(name))).toEqual(
    [],
  )
})

test('the data types declared to Firefox are explained', () => {
  const { browser_specific_settings: settings } = JSON.parse(
    readFileSync(join(built('firefox-mv3'), 'manifest.json'), 'utf8'),
  )
  const { required, optional = [] } = settings.gecko.data_collection_permissions
  for (const kind of [...required, ...optional])
    expect(fieldOf('Forms', 'Data collection')).toContain(`\`${kind}\``)
})

test.each([
  ['Single purpose', 1000],
  ['Test instructions', 500],
  ['Notes to reviewers', 3000],
])('%s has at most %i characters', (field, most) => {
  expect(fieldOf('Forms', field).length).toBeLessThanOrEqual(most)
})

test('a missing field is an error', () => {
  expect(() => fieldOf('English', 'Slogan')).toThrow('Slogan')
})

function fieldOf(section: string, field: string): string {
  const text = listing[section]?.[field]
  if (!text) throw new Error(`docs/store/listing.md has no ${field} under ${section}`)
  return text
}

/** `##` starts a section, `###` a field in it. */
function sectionsOf(markdown: string): Record<string, Record<string, string>> {
  return Object.fromEntries(
    markdown
      .split(/^## /m)
      .slice(1)
      .map((section) => [
        section.slice(0, section.indexOf('\n')),
        Object.fromEntries(
          section
            .split(/^### /m)
            .slice(1)
            .map((field) => {
              const end = field.indexOf('\n')
              return [field.slice(0, end), field.slice(end).trim()]
            }),
        ),
      ]),
  )
}
