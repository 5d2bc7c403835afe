import { expect, test } from 'vitest'
import { DUTY_IDS, FEE_IDS, FREIGHT_IDS } from '../model/assumptions.ts'
import { DUTY, FEE, FREIGHT } from './presets.ts'

test('every range runs from the less to the more', () => {
  const ranges = [
    ...FREIGHT_IDS.map((id) => [FREIGHT[id].lowPerKg, FREIGHT[id].highPerKg]),
    ...DUTY_IDS.map((id) => [DUTY[id].low, DUTY[id].high]),
    ...FEE_IDS.map((id) => [FEE[id].low, FEE[id].high]),
  ]
  for (const [low, high] of ranges) expect(Number(low)).toBeLessThanOrEqual(Number(high))
})

test('the slower way is never the dearer one', () => {
  const { express, air, sea } = FREIGHT
  for (const end of ['lowPerKg', 'highPerKg'] as const) {
    expect(Number(sea[end])).toBeLessThan(Number(air[end]))
    expect(Number(air[end])).toBeLessThan(Number(express[end]))
  }
})
