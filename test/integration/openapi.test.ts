import { PATHS } from '@find-on-1688/shared'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { startSandbox } from '../fakes/sandbox/index.ts'

test('the description of the API is valid OpenAPI', async () => {
  const sandbox = await startSandbox({ provider: 'image-search' })
  try {
    const response = await fetch(sandbox.workerUrl + PATHS.openapi)
    const description = (await response.json()) as Record<string, unknown>
    const { valid, errors } = await new Validator().validate(description)
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
  } finally {
    await sandbox.close()
  }
})
