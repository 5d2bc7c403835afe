import { expect, test } from 'vitest'
import { DUTY_IDS, FEE_IDS, FREIGHT_IDS } from '../model/assumptions.ts'
import { DUTY_PRESETS, FEE_PRESETS, FREIGHT_PRESETS } from './presets.ts'

test('every range runs from low to high', () => {
  const ranges = [
    ...FREIGHT_IDS.map((id) => [FREIGHT_PRESETS[id].lowPerKg, FREIGHT_PRESETS[id].highPerKg]),
    ...DUTY_IDS.map((id) => [DUTY_PRESETS[id].low, DUTY_PRESETS[id].high]),
    ...FEE_IDS.map((id) => [FEE_PRESETS[id].low, FEE_PRESETS[id].high]),
  ]
  for (const [low, high] of ranges) expect(Number(low)).toBeLessThanOrEqual(Number(high))
})

test('slower freight is never more expensive', () => {
  const { express, air, sea } = FREIGHT_PRESETS
  for (const end of ['lowPerKg', 'highPerKg'] as const) {
    expect(Number(sea[end])).toBeLessThan(Number(air[end]))
    expect(Number(air[end])).toBeLessThan(Number(express[end]))
  }
})
