import type { TOOLS } from './tools/schemas.ts'

type ToolName = keyof typeof TOOLS

/** JSON Schema (draft 2020-12), made of the schemas that validate when the worker is built: see worker/generate/mcp.ts. */
declare const TOOL_JSON_SCHEMAS: Record<ToolName, Record<'input' | 'output', Record<string, unknown>>>

/** What a tool takes or gives, in the form that the SDK wants. It says what is valid; the tools themselves check it. */
export function published(tool: ToolName, side: 'input' | 'output') {
  const schema = () => TOOL_JSON_SCHEMAS[tool][side]
  return {
    '~standard': {
      version: 1,
      vendor: 'find-on-1688',
      validate: (value: unknown) => ({ value }),
      jsonSchema: { input: schema, output: schema },
    },
  } as const
}
