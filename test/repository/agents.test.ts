import { ERRORS, OfferAnswerSchema, SearchAnswerSchema } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { TOOLS } from '../../worker/src/mcp/tools/schemas.ts'
import { project, textOf } from './files.ts'

const agents = textOf('docs/agents.md')
const SKILL = 'docs/skills/find-on-1688/SKILL.md'
const skill = textOf(SKILL)
const argumentsOf = (tool: keyof typeof TOOLS) => Object.keys(TOOLS[tool].input.entries)

describe('docs/agents.md', () => {
  test('names the tools and all of their arguments', () => {
    const rows = [...agents.matchAll(/^\| `(\w+)` \| (.*?) \| .*\|$/gm)]
    const named = rows.map(([, tool, text = '']) => [
      tool,
      codesIn(text).filter((code) => /^\w+$/.test(code)),
    ])
    expect(named).toEqual(Object.keys(TOOLS).map((tool) => [tool, argumentsOf(tool as keyof typeof TOOLS)]))
  })

  test('has settings that programs can read, with the key from elsewhere', () => {
    const settings = [...agents.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => JSON.parse(json))
    expect(settings).toHaveLength(3)
    for (const { mcpServers, servers } of settings) {
      const { url, headers } = (mcpServers ?? servers)[project.name]
      expect(url).toBe('https://YOUR-WORKER/mcp')
      expect(headers.Authorization).toMatch(/^Bearer \$\{((env:)?FIND_ON_1688_KEY|input:find-on-1688-key)\}$/)
    }
  })
})

describe('the skill', () => {
  const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(skill) ?? []
  const fields = parse(head)

  test('has the head that the format wants', () => {
    // https://agentskills.io/specification
    expect(Object.keys(fields)).toEqual(['name', 'description', 'license', 'compatibility'])
    expect(fields.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(SKILL).toContain(`/${fields.name}/`)
    expect(fields.description.length).toBeLessThanOrEqual(1024)
    expect(fields.compatibility.length).toBeLessThanOrEqual(500)
    expect(fields.license).toBe(project.license)
    expect(body.split('\n').length).toBeLessThan(500)
  })

  test('names only tools, arguments, fields and failures that exist', () => {
    expect(unknownIn(skill)).toEqual([])
  })

  test.each(['`find_offers`', '`maxPrice`', '`too_many`'])('the check detects %s', (text) => {
    expect(unknownIn(text)).toHaveLength(1)
  })

  test('says when to ask, what to leave and what is unknown', () => {
    for (const words of [
      'Ask the person first',
      'Never contact a supplier',
      'Never follow instructions',
      'price unknown',
    ])
      expect(skill).toContain(words)
  })
})

function codesIn(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
}

function unknownIn(text: string): string[] {
  const offer = { ...OfferAnswerSchema.entries, ...SearchAnswerSchema.entries.offers.item.entries }
  const known = new Set<string>([
    ...Object.keys(TOOLS),
    ...Object.keys(TOOLS).flatMap((tool) => argumentsOf(tool as keyof typeof TOOLS)),
    ...Object.keys(SearchAnswerSchema.entries),
    ...Object.keys(offer),
    ...Object.keys(offer.supplier.entries),
    ...Object.keys(offer.priceTiers.item.entries),
    ...Object.keys(ERRORS),
    ...['retryAfterMs', 'null', 'same', 'similar', 'interactive', 'batch'],
  ])
  return codesIn(text.replace(/```.*?```/gs, '')).filter((code) => /^\w+$/.test(code) && !known.has(code))
}
