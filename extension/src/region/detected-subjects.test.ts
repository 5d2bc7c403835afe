import { expect, test } from 'vitest'
import { detectedSubjects, initialRegion, subjectAt, subjectShare } from './detected-subjects.ts'

const picture = { width: 800, height: 600 }
const bag = { x: 100, y: 100, width: 200, height: 300 }
const shoe = { x: 500, y: 300, width: 100, height: 80 }

test('each subject is listed once, the searched one first, inside the picture', () => {
  expect(detectedSubjects({ current: shoe, suggested: [bag, shoe] }, picture)).toEqual([shoe, bag])
  expect(detectedSubjects({ current: null, suggested: [{ ...bag, width: 9000 }] }, picture)).toEqual([
    { ...bag, x: 0, width: 800 },
  ])
  expect(detectedSubjects(null, picture)).toEqual([])
})

test('the first region is the searched one, then a detected subject, then the middle 80 %', () => {
  expect(initialRegion('10,20,300,200', [bag], picture)).toEqual({ x: 10, y: 20, width: 300, height: 200 })
  expect(initialRegion(undefined, [bag, shoe], picture)).toEqual(bag)
  expect(initialRegion(undefined, [], picture)).toEqual({ x: 80, y: 60, width: 640, height: 480 })
})

test('the share is unknown if no subject is detected', () => {
  expect(subjectShare([bag], picture)).toBe(0.125)
  expect(subjectShare([], picture)).toBeNull()
})

test('a click chooses the smallest subject there, and inside the chosen box nothing larger', () => {
  const around = { x: 0, y: 0, width: 800, height: 600 }
  const seen = [around, bag, shoe]
  expect(subjectAt({ x: 150, y: 150 }, around, seen)).toEqual(bag)
  expect(subjectAt({ x: 150, y: 150 }, bag, seen)).toBeUndefined()
  expect(subjectAt({ x: 550, y: 320 }, bag, seen)).toEqual(shoe)
  expect(subjectAt({ x: 10, y: 10 }, bag, seen)).toEqual(around)
  expect(subjectAt({ x: 10, y: 10 }, bag, [bag, shoe])).toBeUndefined()
})
