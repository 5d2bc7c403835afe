export * from '../mcp/index.ts'
