import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Validator } from '@seriousme/openapi-schema-validator'
import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core'
import spectralRulesets from '@stoplight/spectral-rulesets'

/** Each tells what it finds, warnings included, as `rule: place`. None asks the network for anything. */
export const LINTERS: Record<string, (description: object) => Promise<string[]>> = {
  Redocly: async (description) => {
    const rules = {
      // Where a request has no key and no parameter, it cannot be wrong.
      'operation-4xx-response': 'off',
      // It does not see what `x-events` refers to. Spectral does, and has a rule of this kind too.
      'no-unused-components': 'off',
    } as const
    const config = await createConfig({ extends: ['recommended-strict'], rules })
    const source = JSON.stringify(description)
    const problems = await lintFromString({ source, absoluteRef: '/openapi.json', config })
    return problems.map(({ ruleId, location: [first] }) => `${ruleId}: ${first?.pointer}`)
  },
  Spectral: async (description) => {
    const spectral = new spectralCore.Spectral()
    // Its own types do not agree on what a set of rules is.
    spectral.setRuleset({ extends: [spectralRulesets.oas as unknown as RulesetDefinition] })
    const problems = await spectral.run(structuredClone(description) as Record<string, unknown>)
    return problems.map(({ code, path }) => `${code}: #/${path.join('/')}`)
  },
  'the schema of OpenAPI': async (description) => {
    const { errors = [] } = await new Validator().validate(
      structuredClone(description) as Record<string, unknown>,
    )
    return [errors]
      .flat()
      .map((error) => (typeof error === 'string' ? error : `schema: ${error.instancePath}`))
  },
}
