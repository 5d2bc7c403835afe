import { type Case, page } from '../case.ts'

const data = [{ offerId: 623001777205, subject: '保温杯' }]

/** What the platform says, in pixels of a picture of 800 × 800, and the boxes that it is. */
const SAID: [name: string, said: unknown, current: unknown, suggested: unknown][] = [
  [
    'x1,x2,y1,y2',
    { currentRegion: '266,799,48,581', yoloCropRegion: '266,799,48,581;443,783,154,595' },
    { x: 266, y: 48, width: 533, height: 533 },
    [
      { x: 266, y: 48, width: 533, height: 533 },
      { x: 443, y: 154, width: 340, height: 441 },
    ],
  ],
  [
    'one box',
    { currentRegion: '10,310,20,420', yoloCropRegion: '10,310,20,420' },
    { x: 10, y: 20, width: 300, height: 400 },
    [{ x: 10, y: 20, width: 300, height: 400 }],
  ],
  [
    'a box that is none beside one that is',
    { currentRegion: '10,310,20,420', yoloCropRegion: '310,10,20,420;10,310,20,420' },
    { x: 10, y: 20, width: 300, height: 400 },
    [{ x: 10, y: 20, width: 300, height: 400 }],
  ],
  ['no current one', { currentRegion: null, yoloCropRegion: '10,310,20,420' }, null, [{ x: 10, width: 300 }]],
  ['empty texts', { currentRegion: '', yoloCropRegion: '' }, null, []],
  ['words', { currentRegion: 'whole', yoloCropRegion: 'none;none' }, null, []],
]

export const REGIONS: Case[] = [
  ...SAID.map(
    ([name, picRegionInfo, current, suggested]): Case => ({
      name,
      provider: 'crossborder',
      platform: { query: page(data, { picRegionInfo }) },
      answer: { offers: [{ offerId: '623001777205' }], regions: { current, suggested } },
    }),
  ),
  ...[null, undefined, '', []].map(
    (picRegionInfo): Case => ({
      name: `picRegionInfo ${JSON.stringify(picRegionInfo)}`,
      provider: 'crossborder',
      platform: { query: page(data, { picRegionInfo }) },
      answer: { offers: [{ offerId: '623001777205' }] },
    }),
  ),
]
